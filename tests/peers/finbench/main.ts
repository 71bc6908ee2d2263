// Entry point: `node tests/peers/finbench/main.ts --data FOLDER --query N [--workspace FILE] < parameters`. README.md says the formats.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { askLine, isParameterLine } from "./ask.ts";
import { importBank, readBank } from "./bank.ts";

const { values } = parseArgs({ options: { data: { type: "string" }, query: { type: "string" }, workspace: { type: "string" } } });
const { data, query } = values;
if (data === undefined || query === undefined) {
  console.error("--data FOLDER --query 1|3|4|5|6|7|12 [--workspace FILE] < parameters");
  process.exit(2);
}

const folder = values.workspace === undefined ? mkdtempSync(join(tmpdir(), "caseweave-finbench-")) : null;
const workspace = values.workspace ?? join(folder!, "bank.caseweave");
try {
  if (!existsSync(workspace)) await importBank(data, workspace);
  const bank = readBank(workspace);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (isParameterLine(line)) console.log(JSON.stringify({ query: Number(query), params: line.trim(), rows: askLine(bank, query, line) }));
} finally {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}
