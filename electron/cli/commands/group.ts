// `group <ws> series | rings`: the series of the linked cases, and the rings behind them; verbs on one series are in seriesDesk.ts.
import type { RingDetail, RingMemberItem } from "../../../shared/group/ringCalls.ts";
import { ringTitle } from "../../../shared/group/ringName.ts";
import { ringFormats } from "../../../shared/review/exportCalls.ts";
import { ringTables } from "../../../shared/review/paper/ringTables.ts";
import { createSentences, type Sentence, terminalLanguage } from "../../words.ts";
import { anyWords, type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { flag, knownWord, oneOf, outFile } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { endingOf, saveFile } from "../saveFile.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";
import { type SeriesVerb, seriesOptions, seriesUsage, seriesVerbs } from "./seriesDesk.ts";

async function runSeries(call: CallEngine): Promise<void> {
  const info = await call("workspace.readInfo", {});
  if (info.linkedAt !== info.dataVersion) await call("link.runLinkage", {});
  await call("group.runSeries", {});
}

async function printSeries(call: CallEngine, io: CommandIo): Promise<void> {
  await runSeries(call);
  const { series } = await call("group.listSeries", {});
  printLines(
    io,
    series.map(({ series: id, cases, core, borderline, cohesionBits, weakest, firstAt, lastAt, loss, title }) => ({
      series: id,
      cases,
      core,
      borderline,
      cohesionBits,
      weakest,
      firstAt,
      lastAt,
      loss,
      title,
    })),
  );
}

const memberLine = (t: Sentence, { entity, label, role, why, core, stability, also }: RingMemberItem) => ({
  entity,
  label,
  role,
  why: t(`ring.why.${why.reason}`, { ...why.numbers, amount: why.amount ?? "" }),
  core,
  stability,
  reason: why.reason,
  numbers: { ...why.numbers, ...(why.amount === null ? {} : { amount: why.amount }) },
  named: why.named.map((one) => one.entity),
  sources: why.sources.map(({ source, sheet, row }) => ({ source, sheet, row })),
  also: also.map((one) => one.entity),
});

const ringLine = (t: Sentence, ring: RingDetail) => ({
  ring: ring.ring,
  title: ringTitle(t, ring),
  score: ring.score,
  parts: ring.parts,
  members: ring.members.map((member) => memberLine(t, member)),
  cases: ring.cases,
  series: ring.series,
  victims: ring.victims,
  loss: ring.loss,
  shared: ring.shared.map(({ entity, cases, people }) => ({ entity, cases, people })),
  stability: ring.stability,
  phases: ring.phases.map(({ phase, from, until, count }) => ({ phase, from, until, count })),
  bridges: ring.bridges.map(({ ring: other, bits, named }) => ({ ring: other, bits, entities: named.map(({ entity }) => entity) })),
  sellers: ring.sellers.map(({ entity, label, sold, cases }) => ({ entity, label, sold: sold.map((thing) => thing.entity), cases })),
  firstAt: ring.firstAt,
  lastAt: ring.lastAt,
});

/** Series are grouped first where there are none of the present data; otherwise those that stand are used. */
async function printRings(call: CallEngine, io: CommandIo): Promise<void> {
  const { stale, runId } = await call("group.listSeries", {});
  if (stale || runId === null) await runSeries(call);
  await call("group.findRings", {});
  const { rings } = await call("group.listRings", {});
  const t = createSentences(terminalLanguage());
  for (const { ring } of rings) printLines(io, [ringLine(t, await call("group.readRing", { ring }))]);
}

/** One ring: its line, or its tables as a file. A file is for who investigates it, so it says names in full unless it is to be masked. */
const printRing: SeriesVerb = async (call, io, args) => {
  const ring = (args.positionals[2] ?? "").replace(/^ring:/, "");
  if (ring === "") throw new UsageError("cli.usage.seriesDesk", { usage: "ring R [--out F.xlsx|csv] [--table WORD] [--masked]" });
  const { out, table } = args.values;
  if (typeof out !== "string")
    return printLines(io, [ringLine(createSentences(terminalLanguage()), await call("group.readRing", { ring }))]);
  const format = knownWord("--out", endingOf(out), ringFormats);
  const asked = { ring, format, language: terminalLanguage(), ...(typeof table === "string" ? { table } : {}) };
  printDocument(io, saveFile(out, await call("review.exportRing", asked, { isMasked: args.values["masked"] === true })));
};

const verbs: Readonly<Record<string, SeriesVerb>> = { series: printSeries, rings: printRings, ring: printRing, ...seriesVerbs };

async function run(args: CommandArgs, io: CommandIo): Promise<number> {
  const work = verbs[args.positionals[1] ?? ""]!;
  return withEngine(args, io, {}, async (call) => {
    await work(call, io, args);
    return 0;
  });
}

export const groupCommand: Command = {
  name: "group",
  summary: "cli.group.summary",
  usage: `<workspace> series | rings | ring R [--out F.xlsx|csv] | ${seriesUsage}`,
  minimum: 2,
  most: { series: 2, rings: 2, ring: 3, record: 3, compare: 4, merge: 4, split: anyWords, pull: anyWords, put: 4 },
  verbs: { at: 1, words: Object.keys(verbs) },
  options: {
    ...seriesOptions,
    out: outFile("cli.option.ringOut"),
    table: oneOf("cli.option.ringTable", ringTables),
    masked: flag("cli.option.masked"),
  },
  run,
};
