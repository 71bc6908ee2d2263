// FinBench read queries on a bank that went through the engine, against the slow twin on the files: a made-up bank always,
// a real snapshot when FINBENCH_DATA names its folder (it is never part of this repository).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "../../engine/folder.ts";
import { askLine, isParameterLine, questions, readWindow } from "./ask.ts";
import { type Bank, importBank, readBank } from "./bank.ts";
import { makeBank } from "./makeBank.ts";
import { type Oracle, readOracle } from "./oracle.ts";

const at = freshFolder("all");
const queries = Object.keys(questions);

function compare(bank: Bank, oracle: Oracle, query: string, lines: readonly string[]): number {
  let rows = 0;
  for (const line of lines) {
    const cells = line.trim().split("|");
    const answer = askLine(bank, query, line);
    expect({ line, rows: answer }).toEqual({ line, rows: oracle.ask(query, cells, readWindow(cells, questions[query]!.columns)) });
    rows += answer.length;
  }
  return rows;
}

describe("a made-up bank", () => {
  const folder = () => at("bank");
  let bank: Bank;
  let parameters: ReturnType<typeof makeBank>;

  beforeAll(async () => {
    mkdirSync(folder());
    parameters = makeBank(folder(), 3);
    await importBank(folder(), at("bank.caseweave"));
    bank = readBank(at("bank.caseweave"));
  });

  it.each(queries)("query %s answers as the slow twin, and not only nothing", (query) => {
    expect(compare(bank, readOracle(folder()), query, parameters[query]!)).toBeGreaterThan(3);
  });

  it("follows the newest or the oldest transfers where a step is cut", () => {
    const [id = "", after, before] = parameters["7"]![0]!.split("|").filter((_, i) => i !== 1);
    const ask = (order: string) => askLine(bank, "7", [id, "0", after, before, "1", order].join("|"))[0]!;
    expect(ask("TIMESTAMP_DESCENDING")["inOutRatio"]).not.toBe(ask("TIMESTAMP_ASCENDING")["inOutRatio"]);
  });

  it("takes parameters on standard input and gives a JSON line for each", () => {
    const main = fileURLToPath(new URL("main.ts", import.meta.url));
    const input = `...\naccountId|startTime|endTime\n${parameters["3"]!.slice(0, 5).join("\n")}\n`;
    const args = [main, "--data", folder(), "--query", "3", "--workspace", at("bank.caseweave")];
    const { stdout, status } = spawnSync(process.execPath, args, { input, encoding: "utf8" });
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { query: number; params: string; rows: unknown });
    expect(status).toBe(0);
    expect(lines).toEqual(parameters["3"]!.slice(0, 5).map((params) => ({ query: 3, params, rows: askLine(bank, "3", params) })));
  });
});

const real = process.env["FINBENCH_DATA"] ?? "";
const reason = real === "" ? "FINBENCH_DATA is not set" : existsSync(real) ? null : `${real} does not exist`;

describe.skipIf(reason !== null)(`a real snapshot${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  let [bank, oracle]: [Bank | null, Oracle | null] = [null, null];

  beforeAll(async () => {
    await importBank(real, at("real.caseweave"));
    bank = readBank(at("real.caseweave"));
    oracle = readOracle(real);
  }, 120_000);

  const linesOf = (query: string) =>
    gunzipSync(readFileSync(join(real, "read_params", `complex_${query}_param.csv.gz`)))
      .toString("utf8")
      .split("\n")
      .filter(isParameterLine);

  // In the snapshot of scale 0.01 no pair of query 4 has its first transfer: there all agree on no rows.
  const empty = new Set(["4"]);

  it.each(queries)(
    "query %s answers as the slow twin on parameters spread over its file",
    (query) => {
      const lines = linesOf(query);
      const step = Math.max(1, Math.floor(lines.length / Number(process.env["FINBENCH_LINES"] ?? 60)));
      const spread = lines.filter((_, i) => i % step === 0);
      expect(compare(bank!, oracle!, query, spread) > 0 || empty.has(query)).toBe(true);
    },
    600_000,
  );
});
