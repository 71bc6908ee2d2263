// Who was where at the same time among 10,000,000 captures, through the engine: time, memory, and planted pairs found again. BENCH_CAPTURES draws fewer.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../electron/engine/engine.ts";
import type { Listed } from "../../shared/trace/companionCalls.ts";
import type { MeetingLine } from "../../shared/trace/movementCalls.ts";
import { printFigure, timed } from "./figure.ts";
import { fillCaptures } from "./fillCaptures.ts";
import { watchMemory } from "./memory.ts";

const captures = Number(process.env["BENCH_CAPTURES"] ?? 10_000_000);
const pairs = 200;
const context = { signal: new AbortController().signal, report: () => {} };
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const print = (figure: string, value: number, unit: string, budget: number | null, note = "", more = false) =>
  printFigure({ bench: "meet", figure, value, unit, budget, more, note });

try {
  const path = join(folder, "meet.caseweave");
  const planted = fillCaptures(path, captures, Math.max(1_000, Math.round(captures / 20)), pairs);
  const engine = await createEngine({ workspacePath: path });
  const memory = watchMemory();
  const { value, seconds } = await timed(() => engine.dispatch("trace.findMeetings", { withinMinutes: 10 }, context));
  const { lines, all } = value as Listed<MeetingLine>;
  const first = new Set(lines.slice(0, pairs).map(({ a, b }) => `${a} ${b}`));
  print("seconds", seconds, "s", 60, `${captures} captures, ${all} pairs met twice or more`);
  print("childMegabytes", memory().children, "MB", 1500);
  print("engineMegabytes", memory().engine, "MB", null);
  const found = planted.filter(({ a, b }) => first.has(`${a} ${b}`)).length;
  print("plantedFirst", found / planted.length, "share", 1, `${pairs} planted pairs among the first ${pairs}`, true);
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
