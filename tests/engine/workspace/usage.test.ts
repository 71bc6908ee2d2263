// A word that is none of those allowed is a usage error with the nearest and all of them, never an empty answer.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "./runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-usage-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let workspace = "";

beforeAll(async () => {
  writeFileSync(at("cases.csv"), "案件编号,案件类别\nA1,盗窃\nA2,盗窃\n");
  workspace = at("w.caseweave");
  await runHere(["import", workspace, at("cases.csv")]);
}, 30_000);

const wrong: readonly (readonly [near: string, ...args: string[]])[] = [
  ["account", "rank", "W", "--kind", "accont"],
  ["degree", "rank", "W", "--by", "degre"],
  ["transfer", "rank", "W", "--links", "transfr"],
  ["uses", "path", "W", "case:A1", "case:A2", "--links", "usess"],
  ["uses", "between", "W", "case:A1", "case:A2", "--links", "usess"],
  ["uses", "expand", "W", "case:A1", "--links", "usess"],
  ["workspace", "expand", "W", "case:A1", "--graph", "workspce"],
  ["series", "group", "W", "sries"],
  ["money", "trace", "W", "mony"],
  ["verify", "audit", "verfy", "W"],
  ["remove", "sources", "W", "remov", "1"],
  ["explain", "link", "explian", "W", "A1", "A2"],
  ["unmerge", "resolve", "unmerg", "W", "a", "b"],
  ["name", "motifs", "nane", "W"],
  ["fan-in", "motifs", "W", "--kind", "fan-inn"],
  ["source", "motifs", "name", "W", "--by", "sorce"],
  ["series", "decide", "W", "serie", "S-1", "A1", "--confirm", "--reason", "xx"],
  ["fifo", "trace", "W", "money", "--from", "case:A1", "--policy", "fifoo"],
  ["stop", "trace", "W", "money", "--from", "case:A1", "--list", "stopp"],
  ["mobile", "identify", "--kind", "mobil", "13800138000"],
  ["person", "import", "W", "cases.csv", "--as", "persn"],
  ["merge", "report", "W", "--series", "S-1", "--kind", "merg", "--out", "x.docx"],
  ["docx", "report", "W", "--series", "S-1", "--out", "x.docy"],
  ["svg", "export", "W", "case:A1", "--out", "x.svgg"],
  ["push", "neo4j", "pusch", "W", "--uri", "bolt://127.0.0.1:1"],
  ["A0", "export", "W", "case:A1", "--out", "x.svg", "--paper", "A9"],
];

describe.each(wrong)("near %s", (near, ...args) => {
  it(args.join(" "), async () => {
    const outcome = await runHere(args.map((arg) => (arg === "W" ? workspace : arg)));
    expect([outcome.code, outcome.out]).toEqual([2, ""]);
    expect(outcome.complaint).toContain(`最接近的是 ${near}`);
    expect(outcome.complaint).toMatch(/可用：\S/);
  });
});

it.each([
  ["--top", "link", "W", "--top", "x"],
  ["--top", "link", "W", "--top"],
  ["--max", "path", "W", "case:A1", "case:A2", "--max", "0"],
  ["--scale", "demo", "--files", "d", "--scale", "foo"],
  ["--since", "trace", "W", "calls", "13800138000", "--since", "foo"],
  ["--within", "trace", "W", "meet", "--within", "25h"],
  ["--distance", "trace", "W", "meet", "--distance", "21km"],
  ["--gap", "trace", "W", "follow", "--gap", "721h"],
  ["--json", "link", "W", "--json=3"],
  ["-x", "link", "W", "-x"],
])("%s is named, in Chinese: %s", async (option, ...args) => {
  const outcome = await runHere(args.map((arg) => (arg === "W" ? workspace : arg)));
  expect([outcome.code, outcome.out]).toEqual([2, ""]);
  expect(outcome.complaint).toContain(option);
  expect(outcome.complaint.replaceAll(/--?[a-z-]+|[a-z]+：|“\w*”|\d\S*|foo/g, "")).not.toMatch(/[a-z]{3,}/);
});
