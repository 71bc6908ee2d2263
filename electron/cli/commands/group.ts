// `group <ws> series | rings`: the series of the linked cases, and the rings behind them; verbs on one series are in seriesDesk.ts.
import type { RingDetail, RingMemberItem } from "../../../shared/group/ringCalls.ts";
import { createSentences, type Sentence, terminalLanguage } from "../../words.ts";
import type { Command, CommandArgs, CommandIo } from "../command.ts";
import { printLines } from "../print.ts";
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
  title: ring.title,
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

const verbs: Readonly<Record<string, SeriesVerb>> = { series: printSeries, rings: printRings, ...seriesVerbs };

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
  usage: `<workspace> series | rings | ${seriesUsage}`,
  minimum: 2,
  verbs: { at: 1, words: Object.keys(verbs) },
  options: seriesOptions,
  run,
};
