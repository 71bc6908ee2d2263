// `link <ws>`: compares and ranks case pairs. `link explain <ws> A B`: one pair in full. `link hubs <ws>`.
import { basename } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import type { EvidenceBar, PairScore } from "../../../shared/link/pairScore.ts";
import type { Command, CommandArgs, CommandIo } from "../command.ts";
import { readGivenFile } from "../givenFile.ts";
import { text, topOf, whole } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";
import { weightOptions, weights } from "./linkWeights.ts";

const defaultTop = 100;

const bits = (value: number) => Math.round(value * 100) / 100;

export const barLine = ({ feature, level, bits: value, detail, sources }: EvidenceBar) => ({
  feature,
  level,
  bits: bits(value),
  detail,
  sources: sources.map(({ source, sheet, row }) => ({ source, sheet, row })),
});

const pairLine = (pair: PairScore, rank: number) => ({
  rank,
  a: pair.a,
  b: pair.b,
  bits: bits(pair.bits),
  posterior: Number(pair.posterior.toPrecision(4)),
  basis: pair.basis,
  evidence: pair.evidence.map(barLine),
  counter: pair.counter.map(barLine),
});

/** csv `a,b`: exactly these pairs. */
function readPairs(path: string): [string, string][] {
  const rows = readGivenFile(path)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const pairs = rows.map((line) =>
    line.split(",").map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .replace(/^case:/, ""),
    ),
  );
  const bad = pairs.findIndex((cells) => cells.length !== 2 || cells.some((cell) => cell === ""));
  if (bad >= 0) throw new CaseweaveError("file-unreadable", { file: basename(path), line: bad + 1, reason: "a,b" });
  return (pairs[0]?.join(",") === "a,b" ? pairs.slice(1) : pairs) as [string, string][];
}

/** Every feature with its level, what it was learned from and what damping left of it; first in the order of its bar. */
function explainDocument({ score, sides, sources, ...rest }: PairExplanation) {
  const features = [...score.evidence, ...score.counter].map((bar) => ({
    ...barLine(bar),
    family: bar.family,
    m: bar.m,
    u: bar.u,
    counts: { m: bar.mCount, u: bar.uCount },
    damping: bar.damping,
    undamped: bits(bar.rawBits),
    entities: bar.entities,
  }));
  const rows = sources.map(({ source, sheet, row, text }) => ({ source, sheet, row, text }));
  const { a, b, posterior, strength, basis } = score;
  return { a, b, prior: bits(score.prior), features, total: bits(score.bits), posterior, strength, basis, sources: rows, sides, ...rest };
}

async function explain(args: CommandArgs, io: CommandIo): Promise<number> {
  const [, ...rest] = args.positionals;
  return await withEngine({ ...args, positionals: rest }, io, {}, async (call) => {
    const [, a = "", b = ""] = rest;
    const pair = { a: a.replace(/^case:/, ""), b: b.replace(/^case:/, "") };
    printDocument(io, explainDocument(await call("link.explainPair", pair)));
    return 0;
  });
}

async function rank(args: CommandArgs, io: CommandIo): Promise<number> {
  return await withEngine(args, io, {}, async (call) => {
    const { top = defaultTop } = topOf(args.values["top"]);
    const { between } = args.values;
    if (typeof between === "string") {
      printLines(
        io,
        (await call("link.scorePairs", { pairs: readPairs(between), top, withJudgements: true })).map((pair, i) => pairLine(pair, i + 1)),
      );
      return 0;
    }
    await call("link.runLinkage", {});
    printLines(
      io,
      (await call("link.scorePairs", { top })).map((pair, i) => pairLine(pair, i + 1)),
    );
    return 0;
  });
}

async function hubs(args: CommandArgs, io: CommandIo): Promise<number> {
  return await withEngine({ ...args, positionals: args.positionals.slice(1) }, io, {}, async (call) => {
    printLines(io, await call("link.listHubs", {}));
    return 0;
  });
}

export const linkCommand: Command = {
  name: "link",
  summary: "cli.link.summary",
  usage:
    "<workspace> | explain <workspace> A B | hubs <workspace> | evaluate <workspace> | weights <workspace> [--expected N] [--set FEATURE/LEVEL=M,U]… [--reset] [--dry-run] --reason TEXT",
  minimum: 1,
  most: { "": 1, explain: 4, hubs: 2, evaluate: 2, weights: 2 },
  verbs: { at: 0, words: ["explain", "hubs", "evaluate", "weights"], isOptional: true },
  options: { top: whole("cli.option.top", { words: ["all"] }), between: text("cli.option.between", "FILE"), ...weightOptions },
  run: (args, io) => (verbs[args.positionals[0] ?? ""] ?? rank)(args, io),
};

const shortened = (value: number | null) => (value === null ? null : Number(value.toFixed(4)));

async function evaluate(args: CommandArgs, io: CommandIo): Promise<number> {
  return await withEngine({ ...args, positionals: args.positionals.slice(1) }, io, {}, async (call) => {
    const { auc, averagePrecision, precisionAt, calibration, ...counts } = await call("link.evaluateLinkage", {});
    printDocument(io, {
      ...counts,
      auc: shortened(auc),
      ap: shortened(averagePrecision),
      precisionAt: precisionAt.map(({ k, value }) => ({ k, value: shortened(value) })),
      calibration: calibration.map(({ expected, actual, low, high, ...bin }) => ({
        ...bin,
        expected: shortened(expected),
        actual: shortened(actual),
        low: shortened(low),
        high: shortened(high),
      })),
    });
    return 0;
  });
}

const verbs: Readonly<Record<string, (args: CommandArgs, io: CommandIo) => Promise<number>>> = { explain, hubs, evaluate, weights };
