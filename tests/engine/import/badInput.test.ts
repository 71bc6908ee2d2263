// Bad input through the command line: refused with a code and a sentence in the user's language that names file, place and reason; nothing stored.
import { readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { freshFolder } from "../folder.ts";
import { countRows } from "../store/readWhole.ts";
import { runHere } from "../workspace/runHere.ts";
import { runCli, transferMapping, writeMapping } from "./cli.ts";
import { makeOle } from "./readers/biff.ts";
import { toGb18030 } from "./readers/fixtures.ts";

const at = freshFolder();

const heading = "交易时间,付款账号,收款账号,金额,流水号\n";
const line = (n: number, amount = "100.50") => `2026-03-01 12:00:0${n},6222020000000000001,6222020000000000002,${amount},T${n}\n`;

const languages = ["zh_CN.UTF-8", "en_US.UTF-8"];

/** In Chinese in this process, in English in one of its own: two starts take longer than what is asked. */
const run = (args: readonly string[], language: string) => (language === languages[0] ? runHere(args) : runCli(args, language));

interface Refusal {
  readonly code: number | null;
  readonly error: string;
  readonly messages: readonly string[];
}

/** The same command in both languages, each on a workspace of its own. */
async function refuse(args: (workspace: string) => readonly string[]): Promise<Refusal> {
  const outcomes = await Promise.all(languages.map((language) => run([...args(at(`${language}.caseweave`)), "--json"], language)));
  const errors = outcomes.map(({ out }) => JSON.parse(out).error as { code: string; message: string });
  expect(errors[0]!.code).toBe(errors[1]!.code);
  outcomes.forEach(({ complaint }, i) => {
    expect(complaint.trim()).toBe(errors[i]!.message);
  });
  return { code: outcomes[0]!.code, error: errors[0]!.code, messages: errors.map(({ message }) => message) };
}

function expectNothingStored(): void {
  for (const language of languages) {
    const connection = openWorkspaceFile(at(`${language}.caseweave`));
    expect(Object.values(countRows(connection)).every((n) => n === 0)).toBe(true);
    connection.close();
  }
}

interface Bad {
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly error: string;
  /** What both sentences name. */
  readonly names: readonly string[];
  readonly mapping?: object;
}

const locked = makeOle([
  { name: "EncryptionInfo", content: Buffer.from("x") },
  { name: "EncryptedPackage", content: Buffer.from("y") },
]);

const bad: Readonly<Record<string, Bad>> = {
  "a wrong encoding": {
    file: "a.csv",
    content: toGb18030(heading + line(1)),
    mapping: { ...transferMapping, format: { encoding: "utf-8" } },
    error: "encoding-wrong",
    names: ["a.csv", "utf-8", "gb18030"],
  },
  "an unclosed quotation mark": {
    file: "a.csv",
    content: `${heading + line(1)}2026-03-01 12:00:05,"6222020000000000001,6222\n`,
    error: "unclosed-quote",
    names: ["a.csv", "3", "2"],
  },
  "an empty file": { file: "a.csv", content: "", error: "file-empty", names: ["a.csv"] },
  "a workbook with a password": { file: "a.xlsx", content: locked, error: "file-locked", names: ["a.xlsx"] },
  "a picture": {
    file: "a.png",
    content: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"),
    error: "unsupported-format",
    names: ["a.png"],
  },
  "a column of the mapping that is missing": {
    file: "a.csv",
    content: "交易时间,付款账号,金额,流水号\n2026-03-01 12:00:00,6222020000000000001,3,T1\n",
    error: "mapping-column-missing",
    names: ["a.csv", "收款账号"],
  },
  "an unknown kind of row": {
    file: "a.csv",
    content: heading + line(1),
    mapping: { ...transferMapping, rowKind: "payment" },
    error: "mapping-invalid",
    names: ["mapping.json", "rowKind", "transfer"],
  },
  "an unknown target": {
    file: "a.csv",
    content: heading + line(1),
    mapping: { ...transferMapping, columns: { 金额: "sum" } },
    error: "mapping-invalid",
    names: ["a.csv", "sum"],
  },
};

describe("import refuses", () => {
  it.each(Object.entries(bad))("%s", async (_what, { file, content, mapping, error, names }) => {
    writeFileSync(at(file), content);
    const map = writeMapping(at("mapping.json"), mapping);
    const refusal = await refuse((workspace) => ["import", workspace, at(file), "--mapping", map]);
    expect(refusal).toMatchObject({ code: 1, error });
    expectSentences(refusal.messages, names);
    expectNothingStored();
  });

  it("a file and a mapping that are not there", async () => {
    writeFileSync(at("a.csv"), heading + line(1));
    expect(await refuse((workspace) => ["import", workspace, at("none.csv"), "--mapping", writeMapping(at("m.json"))])).toMatchObject({
      code: 1,
      error: "file-missing",
    });
    const refusal = await refuse((workspace) => ["import", workspace, at("a.csv"), "--mapping", at("none.json")]);
    expect(refusal).toMatchObject({ code: 1, error: "file-missing" });
    expectSentences(refusal.messages, ["none.json"]);
    expectNothingStored();
  });

  it("one bad file among good ones: all of them", async () => {
    writeFileSync(at("a.csv"), heading + line(1));
    writeFileSync(at("b.csv"), `${heading}"2026`);
    const refusal = await refuse((workspace) => ["import", workspace, at("a.csv"), at("b.csv"), "--mapping", writeMapping(at("m.json"))]);
    expect(refusal).toMatchObject({ code: 1, error: "unclosed-quote" });
    expectNothingStored();
  });

  it("a newer and a damaged workspace, leaving both as they were", async () => {
    writeFileSync(at("a.csv"), heading + line(1));
    for (const language of languages) openWorkspaceFile(at(`${language}.caseweave`)).close();
    for (const language of languages) setVersion(at(`${language}.caseweave`));
    const newer = await refuse((workspace) => ["import", workspace, at("a.csv")]);
    expect(newer).toMatchObject({ code: 1, error: "workspace-newer" });
    for (const language of languages)
      writeFileSync(at(`${language}.caseweave`), Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(9000, 7)]));
    const damaged = await refuse((workspace) => ["import", workspace, at("a.csv")]);
    expect(damaged).toMatchObject({ code: 1, error: "workspace-damaged" });
    expectSentences([...newer.messages, ...damaged.messages], [".caseweave"]);
  });

  it("a wrong option and a missing file name as wrong usage, naming the nearest right one", async () => {
    const outcomes = await Promise.all(languages.map((language) => run(["import", at("w"), "a.csv", "--mappin", "m.json"], language)));
    expect(outcomes.map(({ code }) => code)).toEqual([2, 2]);
    for (const { complaint } of outcomes) expect(complaint).toContain("--mapping");
    expect((await runCli(["import", at("w")])).code).toBe(2);
  });
});

function setVersion(path: string): void {
  const raw = new Database(path);
  raw.pragma("user_version=99990");
  raw.close();
}

/** Chinese in the one, none in the other; no blank left open; both name what matters. */
function expectSentences(messages: readonly string[], names: readonly string[]): void {
  for (const message of messages) {
    expect(message).not.toMatch(/\{\{|\bundefined\b|\[object/);
    for (const name of names) expect(message).toContain(name);
  }
  expect(messages[0]).toMatch(/\p{Script=Han}/u);
  const words = names.reduce((text, name) => text.replaceAll(name, ""), messages[1] ?? "");
  expect(words).not.toMatch(/\p{Script=Han}/u);
}

const importLedger = async (workspace: string, file: string): Promise<{ source: { rows: object; rejects: string } }> => {
  const { out } = await runHere([
    "import",
    workspace,
    file,
    "--mapping",
    writeMapping(at("m.json"), { ...transferMapping, columns: { ...transferMapping.columns, 摘要: "memo" } }),
    "--json",
  ]);
  return { source: JSON.parse(out).sources[0] };
};

const memoHeading = heading.replace("\n", ",摘要\n");
const memoLine = (n: number, amount: string, memo: string) => line(n, amount).replace("\n", `,${memo}\n`);

describe("rows that cannot be stored", () => {
  it("stand in the reject file with place and reason; the others are stored", async () => {
    writeFileSync(
      at("a.csv"),
      `${memoHeading + memoLine(1, "1", "好")}2026-03-01 12:00:02,6222020000000000001\n${memoLine(3, "abc", "坏")}${memoLine(4, "5", "时").replace("03-01", "13-45")}`,
    );
    const { source } = await importLedger(at("w.caseweave"), at("a.csv"));
    expect(source.rows).toEqual({ read: 4, stored: 1, rejected: 3, skipped: 0, twins: 0 });
    const lines = readFileSync(source.rejects, "utf8").trim().split("\r\n");
    expect(lines.slice(1).map((text) => text.split(",").slice(0, 3))).toEqual([
      ["a.csv", "2", expect.any(String)],
      ["a.csv", "3", "金额"],
      ["a.csv", "4", "交易时间"],
    ]);
  });

  it("a card number that a spreadsheet turned into a rounded number is never stored as if it were whole", async () => {
    const rows = [memoHeading.trim().split(","), ["2026-03-01 12:00:00", 62220200000000000000, "6222020000000000002", 100, "T1", "卡"]];
    writeFileSync(at("a.xlsx"), await writeXlsx({ sheets: [{ name: "明细", rows }] }));
    const { source } = await importLedger(at("w.caseweave"), at("a.xlsx"));
    expect(source.rows).toMatchObject({ read: 1, stored: 0, rejected: 1 });
    expect(readFileSync(source.rejects, "utf8")).toContain("明细,1,付款账号");
  });

  it("give, corrected in the reject file and imported again, the values of the original, formulas and all", async () => {
    const memos = ["=1+1", "+86 138", "-5元", "@某", "＝SUM(A1)", "普通"];
    writeFileSync(at("a.csv"), memoHeading + memos.map((memo, i) => memoLine(i, "无", memo)).join(""));
    const { source } = await importLedger(at("w.caseweave"), at("a.csv"));
    expect(source.rows).toMatchObject({ read: memos.length, stored: 0, rejected: memos.length });
    const text = readFileSync(source.rejects, "utf8");
    for (const memo of memos.slice(0, 5)) expect(text).toContain(`'${memo}`);
    writeFileSync(at("corrected.csv"), text.replaceAll(",无,", ",8.00,"));
    const again = await importLedger(at("w.caseweave"), at("corrected.csv"));
    expect(again.source.rows).toEqual({ read: memos.length, stored: memos.length, rejected: 0, skipped: 0, twins: 0 });
    const connection = openWorkspaceFile(at("w.caseweave"));
    const stored = connection.all(sql`SELECT memo, amount_fen, reference FROM v_transfer ORDER BY row`);
    connection.close();
    expect(stored).toEqual(memos.map((memo, i) => ({ memo, amount_fen: 800, reference: `T${i}` })));
  });
});
