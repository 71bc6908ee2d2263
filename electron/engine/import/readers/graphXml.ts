// Strict streaming XML for graph files: tags must nest, errors name their line, and nothing outside the file is ever loaded.
// A document type may name a DTD (it is not fetched) but may declare nothing, so no entity can expand.
import type { GraphFault } from "./graphFaults.ts";
import { decodeEntities } from "./xmlScanner.ts";

export interface GraphXmlHandlers {
  /** `name` and the names of attributes come without their prefix. */
  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  close(name: string, line: number): void;
  text(value: string): void;
}

/** Why a file is no good XML, and on which line (from 1). */
export class XmlFault extends Error {
  readonly fault: GraphFault;
  readonly line: number;
  constructor(fault: GraphFault, line: number) {
    super(fault);
    this.fault = fault;
    this.line = line;
  }
}

const maxMarkupCharacters = 2 ** 20;
const maxDepth = 256;
const tagPattern = /^([^\s<>/"'=&]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*$/;
const attributePattern = /\s+([^\s<>/"'=]+)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/g;
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/i;

export class GraphXml {
  readonly #handlers: GraphXmlHandlers;
  readonly #open: string[] = [];
  #rest = "";
  #line = 1;
  #hasRoot = false;

  constructor(handlers: GraphXmlHandlers) {
    this.#handlers = handlers;
  }

  push(chunk: string): void {
    this.#rest += chunk;
    let at = 0;
    for (;;) {
      const tag = this.#rest.indexOf("<", at);
      if (tag < 0) break;
      const end = this.#markupEnd(tag);
      if (end < 0) break;
      this.#takeText(this.#rest.slice(at, tag));
      this.#takeMarkup(this.#rest.slice(tag, end));
      at = end;
    }
    this.#rest = this.#rest.slice(at);
    if (this.#rest.length > maxMarkupCharacters) throw this.#fault("xml-tag-too-long");
  }

  finish(): void {
    if (this.#rest.includes("<") || this.#open.length > 0 || !this.#hasRoot) {
      this.#countLines(this.#rest);
      throw this.#fault("xml-cut-off");
    }
    this.#takeText(this.#rest);
  }

  #fault(reason: GraphFault): XmlFault {
    return new XmlFault(reason, this.#line);
  }

  #markupEnd(tag: number): number {
    const text = this.#rest;
    if (text.length - tag < 9 && text[tag + 1] === "!") return -1;
    const mark = text.startsWith("<!--", tag) ? "-->" : text.startsWith("<![CDATA[", tag) ? "]]>" : text[tag + 1] === "?" ? "?>" : null;
    if (mark !== null) {
      const found = text.indexOf(mark, mark === "-->" ? tag + 4 : tag + 2);
      return found < 0 ? -1 : found + mark.length;
    }
    return quotedEnd(text, tag);
  }

  #takeText(raw: string): void {
    if (raw === "") return;
    if (raw.includes("\0")) throw this.#fault("xml-control-character");
    if (this.#open.length > 0) this.#handlers.text(this.#decode(raw));
    else if (raw.replace("\ufeff", "").trim() !== "") throw this.#fault("xml-text-outside");
    this.#countLines(raw);
  }

  #takeMarkup(markup: string): void {
    if (markup.includes("\0")) throw this.#fault("xml-control-character");
    if (markup.startsWith("<![CDATA[")) this.#handlers.text(markup.slice(9, -3));
    else if (markup.startsWith("</")) this.#closeTag(markup.slice(2, -1).trimEnd());
    else if (markup.startsWith("<!") && !markup.startsWith("<!--")) this.#refuseDeclarations(markup);
    else if (!markup.startsWith("<!--") && !markup.startsWith("<?")) this.#openTag(markup);
    this.#countLines(markup);
  }

  #refuseDeclarations(markup: string): void {
    if (!markup.startsWith("<!DOCTYPE") || markup.includes("[")) throw this.#fault("xml-doctype");
  }

  #openTag(markup: string): void {
    const isEmpty = markup.endsWith("/>");
    const match = tagPattern.exec(markup.slice(1, isEmpty ? -2 : -1));
    if (!match) throw this.#fault("xml-tag-malformed");
    if (this.#open.length === 0 && this.#hasRoot) throw this.#fault("xml-second-root");
    if (this.#open.length >= maxDepth) throw this.#fault("xml-too-deep");
    const name = match[1]!;
    this.#hasRoot = true;
    this.#open.push(name);
    this.#handlers.open(localName(name), this.#attributes(match[2]!), this.#line);
    if (isEmpty) this.#closeTag(name);
  }

  #attributes(text: string): ReadonlyMap<string, string> {
    const written = new Set<string>();
    const found = new Map<string, string>();
    for (const [, name, double, single] of text.matchAll(attributePattern)) {
      if (written.has(name!)) throw this.#fault("xml-attribute-twice");
      written.add(name!);
      if (!name!.startsWith("xmlns")) found.set(localName(name!), this.#decode(double ?? single ?? ""));
    }
    return found;
  }

  #decode(raw: string): string {
    if (bareAmpersand.test(raw)) throw this.#fault("xml-entity-unknown");
    return decodeEntities(raw);
  }

  #closeTag(name: string): void {
    if (this.#open.pop() !== name) throw this.#fault("xml-tags-crossed");
    this.#handlers.close(localName(name), this.#line);
  }

  #countLines(text: string): void {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#line += 1;
  }
}

/** Behind the `>` that stands outside quotation marks; -1 when it has not come yet. */
function quotedEnd(text: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at]!;
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
