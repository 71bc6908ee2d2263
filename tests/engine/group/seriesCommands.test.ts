// A series from the command line: record, compare, merge, split, pull and put, each with its effect and its reason; bad input changes nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseMapping, writeCaseFile } from "../../../scripts/bench/caseFile.ts";
import { runHere } from "../workspace/runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-series-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const workspace = join(folder, "desk.caseweave");

interface Line {
  readonly series: string;
  readonly cases: readonly string[];
}

const lines = (out: string) => out.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
const series = async () => lines((await runHere(["group", workspace, "series"])).out);
const group = async (...args: readonly string[]) => {
  const { code, out, complaint } = await runHere(["group", workspace, ...args, "--json"]);
  return { code, complaint, said: out === "" ? null : JSON.parse(out) };
};
const decided = async () => (await runHere(["query", workspace, "SELECT count(*) AS n FROM decision"])).out;

beforeAll(async () => {
  await writeCaseFile(join(folder, "cases.csv"), 200);
  writeFileSync(join(folder, "mapping.json"), JSON.stringify(caseMapping));
  await runHere(["import", workspace, join(folder, "cases.csv"), "--mapping", join(folder, "mapping.json")]);
}, 60_000);

test("record, pull, put and merge do what the pages do, and say before what they will do", { timeout: 120_000 }, async () => {
  const [first, second] = await series();
  const [one, other] = [first!.series, second!.series];
  const entry = await group("record", one, "--unit", "云津市局");
  expect(entry.said).toMatchObject({ series: one, status: "open", unit: "云津市局", note: "" });
  const next = await group("record", one, "--status", "merged", "--note", "并案侦查");
  expect(next.said).toMatchObject({ status: "merged", unit: "云津市局", note: "并案侦查" });
  expect((await group("record", one)).said.record).toHaveLength(2);

  const out = first!.cases[0]!;
  const shown = await group("pull", one, out, "--dry-run");
  expect(shown.said).toMatchObject({ decisions: 0, effect: { sizes: [first!.cases.length - 1, 1] } });
  expect((await group("compare", one, "--without", out)).said).toEqual(shown.said.effect);
  const pulled = await group("pull", one, `case:${out}`, "--reason", "手法不同");
  expect(pulled.said).toMatchObject({ decisions: 1, effect: shown.said.effect });
  const kept = (await series()).find((line) => line.cases.includes(first!.cases[1]!))!;
  expect(kept.cases).not.toContain(out);

  const back = await group("put", kept.series, out, "--reason", "复核一致");
  expect(back.said).toMatchObject({ decisions: 1, effect: { sizes: [kept.cases.length, 1], rejected: 0 } });
  expect((await series()).find((line) => line.series === kept.series)!.cases).toContain(out);

  const compared = await group("compare", kept.series, other);
  const merged = await group("merge", kept.series, other, "--reason", "同一伙人");
  expect(merged.said).toEqual({ decisions: first!.cases.length + second!.cases.length, effect: compared.said });
  expect((await series()).find((line) => line.series === kept.series)!.cases).toEqual(
    expect.arrayContaining([...first!.cases, ...second!.cases]),
  );
});

test("what cannot be is said in words and decides nothing", { timeout: 60_000 }, async () => {
  const [first, second] = await series();
  const before = await decided();
  const codeOf = async (...args: readonly string[]) => (await group(...args)).said?.error.code;
  expect(await codeOf("merge", first!.series, first!.series, "--reason", "同一伙")).toBe("series-same");
  expect(await codeOf("merge", first!.series, "S-9999", "--reason", "同一伙")).toBe("series-unknown");
  expect(await codeOf("split", first!.series, second!.cases[0]!, "--reason", "不同")).toBe("case-unknown");
  expect(await codeOf("pull", first!.series, first!.cases[0]!)).toBe("reason-missing");
  expect(await codeOf("put", first!.series, "没有的案件", "--reason", "一致")).toBe("case-unknown");
  expect(await codeOf("record", "S-9999", "--note", "x")).toBe("series-unknown");
  expect((await group("merge", first!.series)).code).toBe(2);
  expect((await group("compare", first!.series)).code).toBe(2);
  expect((await group("record", first!.series, "--status", "mergd")).complaint).toContain("merged");
  expect(await decided()).toBe(before);
});
