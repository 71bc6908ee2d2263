// Two units on the command line, on the demo data: what was planted in the one is found by the other, and passphrases of workspaces stay at home.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import type { BundlePreview } from "../../../shared/review/exchange/preview.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

interface Outcome {
  readonly out: string;
}

const at = freshFolder("all");
const json = <T>({ out }: Outcome): T => JSON.parse(out) as T;
let planted: { readonly series: string; readonly cases: readonly string[]; readonly account: string };

const bundle = (...args: readonly string[]) => runHere(["bundle", ...args, "--json"]);
const lines = <T>({ out }: Outcome): T[] => out.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as T]));

beforeAll(async () => {
  const { files } = await writeDemoFiles(at("files"), { scale: 0.1, seed: 1 });
  const imported = await runHere(["import", at("a.caseweave"), ...files.map((name) => at(`files/${name}`)), "--json"]);
  expect(imported.code).toBe(0);
  await runHere(["link", at("a.caseweave"), "--top", "1", "--json"]);
  const [largest] = lines<{ series: string; cases: string[] }>(await runHere(["group", at("a.caseweave"), "series", "--json"]));
  const text = `SELECT e.key AS account, count(*) AS n FROM v_link l JOIN v_entity e ON e.id = l.from_id JOIN v_entity c ON c.id = l.to_id
    WHERE e.kind = 'account' AND c.kind = 'case' AND c.key IN (${largest!.cases.map((number) => `'${number}'`).join(", ")}) GROUP BY e.key ORDER BY n DESC, e.key LIMIT 1`;
  const [found] = lines<{ account: string }>(await runHere(["query", at("a.caseweave"), text, "--json"]));
  planted = { series: largest!.series, cases: largest!.cases, account: found!.account };
  writeFileSync(at("key"), "协作口令 2026\n");
  writeFileSync(at("own"), "本单位口令\n");
}, 400_000);

it("carries a planted series to another unit with its rows, and nothing twice", { timeout: 300_000 }, async () => {
  const sent = await bundle(
    "export",
    at("a.caseweave"),
    "--series",
    planted.series,
    "--out",
    at("s.cwx"),
    "--key-file",
    at("key"),
    "--unit",
    "甲市",
  );
  expect([sent.code, json<{ isMasked: boolean }>(sent).isMasked]).toEqual([0, false]);
  const told = await bundle("inspect", at("s.cwx"), "--key-file", at("key"), "--workspace", at("a.caseweave"));
  const head = json<{ unit: string; rows: number; auditLinks: number; auditLinksFound: number }>(told);
  expect([told.code, head.unit, head.auditLinksFound > 0, head.auditLinksFound]).toEqual([0, "甲市", true, head.auditLinks]);
  const preview = await bundle("import", at("b.caseweave"), at("s.cwx"), "--key-file", at("key"), "--preview");
  expect(json<{ fresh: { rows: number } }>(preview).fresh.rows).toBe(head.rows);
  expect(existsSync(at("b.caseweave"))).toBe(false);
  expect(
    json<{ rows: number }>(await bundle("import", at("b.caseweave"), at("s.cwx"), "--key-file", at("key"), "--unit", "乙市")).rows,
  ).toBe(head.rows);
  expect(json<{ rows: number }>(await bundle("import", at("b.caseweave"), at("s.cwx"), "--key-file", at("key"))).rows).toBe(0);
  const cases = lines<{ number: string }>(
    await runHere(["query", at("b.caseweave"), "SELECT number FROM v_case ORDER BY number", "--json"]),
  );
  // A row may name an incident beside its case.
  expect(cases.map(({ number }) => number)).toEqual(expect.arrayContaining([...planted.cases]));
  const source = json<{ sources: { folder: string; name: string }[] }>(
    await runHere(["sources", at("b.caseweave"), "list", "--json"]),
  ).sources;
  expect(new Set(source.map(({ folder }) => folder.split("/")[0]))).toEqual(new Set(["甲市"]));
});

it("finds the planted account by its hash, and answers with the rows", { timeout: 300_000 }, async () => {
  const asked = await bundle(
    "request",
    at("b.caseweave"),
    `account:${planted.account}`,
    "phone:19999999999",
    "--hashed",
    "--key-file",
    at("key"),
    "--out",
    at("ask.cwx"),
  );
  expect(asked.code).toBe(0);
  const known = await bundle("answer", at("a.caseweave"), at("ask.cwx"), "--key-file", at("key"));
  const { hits } = json<{ hits: { number: number; isKnown: boolean; cases: number; entity: string | null }[] }>(known);
  expect(hits.map(({ number, isKnown, entity }) => [number, isKnown, entity])).toEqual([
    [1, true, `account:${planted.account}`],
    [2, false, null],
  ]);
  expect(hits[0]!.cases).toBeGreaterThan(1);
  expect(
    (await bundle("answer", at("a.caseweave"), at("ask.cwx"), "--key-file", at("key"), "--detail", "rows", "--out", at("answer.cwx"))).code,
  ).toBe(0);
  const merged = json<{ head: { bundleKind: string }; bundle: number }>(
    await bundle("import", at("b.caseweave"), at("answer.cwx"), "--key-file", at("key")),
  );
  expect(merged.head.bundleKind).toBe("answer");
  const removed = await bundle("remove", at("b.caseweave"), String(merged.bundle), "--reason", "核对完毕");
  expect(removed.code).toBe(0);
});

it("masks by choice: the file holds no name and no number, and can be compared but not merged", { timeout: 300_000 }, async () => {
  expect((await bundle("export", at("a.caseweave"), "--series", planted.series, "--mask", "--out", at("m.cwx"))).code).toBe(0);
  const kept = await bundle(
    "export",
    at("a.caseweave"),
    "--series",
    planted.series,
    "--mask",
    "--out",
    at("k.cwx"),
    "--key-file",
    at("key"),
  );
  expect(kept.code).toBe(0);
  const preview = await bundle("import", at("b.caseweave"), at("k.cwx"), "--key-file", at("key"), "--preview");
  expect(preview.out.split('"recognised"')[0]!.includes(planted.account)).toBe(false);
  const { recognised } = json<{
    recognised: { entity: string; written: string; rows: number; sheets: { rows: unknown[]; more: number }[] }[];
  }>(preview);
  const known = recognised.find(({ entity }) => entity === `account:${planted.account}`)!;
  expect(known.written).toMatch(/\*/);
  expect(known.written).not.toContain(planted.account);
  // The rows about it are shown as the bundle has them: masked.
  expect(known.rows).toBeGreaterThan(0);
  expect(known.sheets.reduce((sum, { rows, more }) => sum + rows.length + more, 0)).toBe(known.rows);
  expect(JSON.stringify(known.sheets)).not.toContain(planted.account);
  // What was found can be looked at: its cases, and what holds it under the names that the bundle has, with ours where we hold it.
  const { looked, fresh } = json<Pick<BundlePreview, "looked" | "fresh">>(preview);
  expect(
    looked.map(({ findingKind, unit, number, members }) => [findingKind, unit, number, members.map((one) => one.case).sort()]),
  ).toEqual([["series", "甲市", planted.series, [...planted.cases].sort()]]);
  expect(looked[0]!.members.every(({ isHere }) => isHere)).toBe(true);
  const shared = looked[0]!.things.find(({ entity }) => entity === `account:${planted.account}`)!;
  expect([shared.written.startsWith(known.written.replace(/\*{5,}/, "****")), shared.mark.startsWith("account:~")]).toEqual([true, true]);
  expect(shared.cases).toBeGreaterThan(1);
  expect(fresh.found.map(({ number }) => number)).toEqual([planted.series]);
  // One that nobody gave a passphrase says nothing to anybody.
  const mute = await bundle("import", at("b.caseweave"), at("m.cwx"), "--preview");
  const silent = json<Pick<BundlePreview, "recognised" | "looked">>(mute);
  expect([silent.recognised, silent.looked[0]!.things.filter(({ entity }) => entity !== null)]).toEqual([null, []]);
  const refused = await bundle("import", at("b.caseweave"), at("k.cwx"), "--key-file", at("key"));
  expect([refused.code, json<{ error: { code: string } }>(refused).error.code]).toEqual([1, "bundle-masked"]);
});

it("never gives the passphrase of a workspace to a bundle", { timeout: 300_000 }, async () => {
  writeFileSync(at("案件.csv"), "案件编号,案件类别,简要案情\nB1,刷单返利,被害人刷单\n");
  expect((await runHere(["import", at("sealed.caseweave"), at("案件.csv"), "--as", "case", "--key-file", at("own"), "--json"])).code).toBe(
    0,
  );
  const asked = ["request", at("sealed.caseweave"), "phone:13800138000", "--out", at("r.cwx"), "--key-file", at("own")] as const;
  const refused = await bundle(...asked);
  expect([refused.code, refused.complaint.includes("--passphrase-file"), existsSync(at("r.cwx"))]).toEqual([2, true, false]);
  expect((await bundle(...asked, "--passphrase-file", at("key"))).code).toBe(0);
  expect((await bundle("inspect", at("r.cwx"), "--key-file", at("key"))).code).toBe(0);
  const wrong = await bundle("inspect", at("r.cwx"), "--key-file", at("own"));
  expect([wrong.code, json<{ error: { code: string } }>(wrong).error.code]).toEqual([1, "bundle-passphrase-wrong"]);
  expect(readFileSync(at("r.cwx")).includes(Buffer.from("13800138000"))).toBe(false);
  const into = await bundle("import", at("sealed.caseweave"), at("s.cwx"), "--key-file", at("own"), "--passphrase-file", at("key"));
  expect(into.code).toBe(0);
});
