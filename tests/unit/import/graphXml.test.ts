// Strict XML of graph files: what is read, and on which line a broken file is refused.
import { describe, expect, it } from "vitest";
import { GraphXml, XmlFault } from "../../../electron/engine/import/readers/graphXml.ts";

function read(text: string, piece = text.length || 1): string[] {
  const seen: string[] = [];
  const xml = new GraphXml({
    open: (name, attributes) => seen.push(`<${name} ${JSON.stringify([...attributes])}`),
    close: (name) => seen.push(`>${name}`),
    text: (value) => value.trim() !== "" && seen.push(value),
  });
  for (let at = 0; at < text.length; at += piece) xml.push(text.slice(at, at + piece));
  xml.finish();
  return seen;
}

function faultOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof XmlFault) return `${error.message} ${error.line}`;
    throw error;
  }
  return "read";
}

describe("graph XML", () => {
  it("reads prefixes, CDATA, entities, comments and > in quotes the same in any pieces", () => {
    const text = `\ufeff<?xml version="1.0"?><!-- <a> --><v:g xmlns:v="u"><n id='a>b' t="&amp;&#65;"/><d><![CDATA[x<y]]></d></v:g>\n`;
    const expected = ["<g []", '<n [["id","a>b"],["t","&A"]]', ">n", "<d []", "x<y", ">d", ">g"];
    expect(read(text)).toEqual(expected);
    expect(read(text, 1).join("").replaceAll("", "")).toEqual(expected.join(""));
  });

  it.each([
    ["<g>\n<n", "xml-cut-off 2"],
    ['<g>\n<n id="a', "xml-cut-off 2"],
    ["<g>\n<n>&am", "xml-cut-off 2"],
    ["<g>\n\n<n></g></n>", "xml-tags-crossed 3"],
    ["<g>\n<n id=a/></g>", "xml-tag-malformed 2"],
    ['<g>\n<n a="1" a="2"/></g>', "xml-attribute-twice 2"],
    ['<!DOCTYPE g [<!ENTITY a "b">]><g>&a;</g>', "xml-doctype 1"],
    ["<g>&nbsp;</g>", "xml-entity-unknown 1"],
    ["<g/>\n<g/>", "xml-second-root 2"],
    ["<g>\n\0</g>", "xml-control-character 1"],
    ["<g/>rest", "xml-text-outside 1"],
    ["", "xml-cut-off 1"],
    ["<a>".repeat(300), "xml-too-deep 1"],
  ])("refuses %j with its line", (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});
