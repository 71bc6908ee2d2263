// The command line as a process: exit codes, usage, and what a command that failed leaves behind.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../../electron/cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "caseweave-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

const run = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: folder, timeout: 60_000 }, (error, out, said) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, said }),
    );
  });

const cases = join(folder, "cases.csv");
writeFileSync(cases, "案件编号,案件类别\nA1,盗窃\nA2,盗窃\n");

test("an unknown word of an option is usage error 2 that names the nearest", async () => {
  const wrong = await run("import", "w.caseweave", cases, "--as", "persn");
  expect(wrong.code).toBe(2);
  expect(wrong.said).toContain("person");
  expect((await run("rank", "w.caseweave", "--by", "degre")).said).toContain("degree");
});

test("an import that is refused leaves no workspace behind, and does not touch one that was there", async () => {
  const refused = await run("import", "new.caseweave", "absent.csv", "--json");
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out).error.code).toBe("file-missing");
  expect(readdirSync(folder).filter((name) => name.startsWith("new.caseweave"))).toEqual([]);
  expect((await run("import", "kept.caseweave", cases)).code).toBe(0);
  expect((await run("import", "kept.caseweave", "absent.csv")).code).toBe(1);
  expect(existsSync(join(folder, "kept.caseweave"))).toBe(true);
});

test("commands on one workspace at once take turns", async () => {
  await run("import", "shared.caseweave", cases);
  const ask = () => run("query", "shared.caseweave", "SELECT count(*) AS n FROM v_case", "--json");
  for (const { code, out } of await Promise.all([ask(), ask(), ask()])) {
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ n: 2 });
  }
});

test("a file, a folder or a port that cannot be is told in plain words, never as an internal error", async () => {
  await run("import", "plain.caseweave", cases);
  const codeOf = async (...args: readonly string[]) => JSON.parse((await run(...args, "--json")).out).error.code;
  expect(await codeOf("search", "plain.caseweave", "x", "--key-file", "absent.txt")).toBe("file-missing");
  expect(await codeOf("decide", "plain.caseweave", "--from", "absent.csv")).toBe("file-missing");
  expect(await codeOf("link", "plain.caseweave", "--between", "absent.csv")).toBe("file-missing");
  expect(await codeOf("import", folder, cases)).toBe("not-a-workspace");
  expect((await run("serve", "plain.caseweave", "--port", "99999")).code).toBe(2);
  expect((await run("decide", "plain.caseweave", "pair", "A1", "--confirm", "--reason", "x")).code).toBe(2);
});

test("an amount that no currency knows is a rejected row, and the rest of the file is stored", async () => {
  const head = "交易时间,本方账号,本方户名,对方账号,对方户名,借贷标志,交易金额,余额,流水号";
  const row = (n: number, amount: string) => `2026-11-0${n} 10:00:00,6222020000000000018,王某,6217000000000000029,李某,借,${amount},,S${n}`;
  writeFileSync(
    join(folder, "absurd.csv"),
    [head, ...[1, 2, 3, 4, 5].map((n) => row(n, `${n}.00`)), row(6, "99999999999999999999999.99"), row(7, "1e400"), ""].join("\n"),
  );
  const { code, out } = await run("import", "absurd.caseweave", "absurd.csv", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out).sources[0].rows).toMatchObject({ read: 7, stored: 5, rejected: 2, skipped: 0 });
});

test("a workspace whose pages are damaged is called so by jobs too, not an internal error", async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `A${n},盗窃,${n}号`);
  writeFileSync(join(folder, "many.csv"), `案件编号,案件类别,案发地点\n${lines.join("\n")}\n`);
  await run("import", "torn.caseweave", "many.csv");
  const path = join(folder, "torn.caseweave");
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, Math.floor(bytes.length * 0.5)));
  const { code, out } = await run("link", "torn.caseweave", "--json");
  expect([code, JSON.parse(out).error.code]).toEqual([1, "workspace-damaged"]);
});
