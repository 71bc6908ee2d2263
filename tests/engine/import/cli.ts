// Runs the command line as people do: a process of its own, JSON on standard output.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../electron/cli/main.ts", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly complaint: string;
}

export function startCli(
  args: readonly string[],
  language = "zh_CN.UTF-8",
): { readonly child: ChildProcess; readonly done: Promise<Outcome> } {
  const env = { ...process.env, LANG: language, LC_ALL: language };
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
  return { child, done: collect(child) };
}

async function collect(child: ChildProcess): Promise<Outcome> {
  let [out, complaint] = ["", ""];
  child.stdout!.on("data", (data: Buffer) => {
    out += data.toString();
  });
  child.stderr!.on("data", (data: Buffer) => {
    complaint += data.toString();
  });
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, complaint };
}

export const runCli = (args: readonly string[], language?: string): Promise<Outcome> => startCli(args, language).done;

export const transferMapping = {
  name: "ledger",
  rowKind: "transfer" as const,
  columns: { 交易时间: "time", 付款账号: "from.account", 收款账号: "to.account", 金额: "amount", 流水号: "reference" },
};

export function writeMapping(path: string, mapping: object = transferMapping): string {
  writeFileSync(path, JSON.stringify(mapping));
  return path;
}

/** A ledger of transfers among 2,000 accounts, told row by row. */
export async function writeLedger(path: string, rows: number): Promise<string> {
  const file = createWriteStream(path);
  file.write("交易时间,付款账号,收款账号,金额,流水号\n");
  const start = Date.parse("2026-01-01T00:00:00Z");
  for (let from = 0; from < rows; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, rows - from) }, (_, i) => {
      const n = from + i;
      const time = new Date(start + n * 7000).toISOString().slice(0, 19).replace("T", " ");
      return `${time},62220200001${String(100000 + ((n * 7) % 2000))},62220200001${String(200000 + ((n * 13) % 2000))},${(n % 900) + 0.5},T${n}`;
    });
    if (!file.write(`${lines.join("\n")}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  return path;
}
