// `resolve <ws> [--kind person]`: which records are one. `resolve merge | unmerge <ws> E E --reason T`, `resolve explain <ws> E E`;
// `resolve payments <ws>`: which rows of two banks' statements are one payment.

import { parseEntityRef } from "../../../shared/model/entity.ts";
import { paymentPiles } from "../../../shared/resolve/paymentCalls.ts";
import type { Command, CommandArgs, CommandIo } from "../command.ts";
import { oneOf, text, whole } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";
import { listBooks } from "./resolvePayments.ts";

const rounded = (value: number, places: number) => Number(value.toFixed(places));
const precise = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)));

const kindOf = (args: CommandArgs): string => (typeof args.values["kind"] === "string" ? args.values["kind"] : "person");

async function listIdentities(args: CommandArgs, io: CommandIo): Promise<number> {
  return await withEngine(args, io, {}, async (call) => {
    const kind = kindOf(args);
    await call("resolve.runResolution", { kind });
    const sources = await call("import.listSources", {});
    for (const { id } of [...sources].sort((a, b) => a.id - b.id))
      printLines(io, await call("resolve.listRecords", { kind, sourceId: id }));
    return 0;
  });
}

/** Arguments without the verb. */
const behindVerb = (args: CommandArgs): CommandArgs => ({ ...args, positionals: args.positionals.slice(1) });

const judge =
  (verdict: "confirm" | "reject") =>
  async (args: CommandArgs, io: CommandIo): Promise<number> => {
    const rest = behindVerb(args);
    return await withEngine(rest, io, {}, async (call) => {
      const [, a = "", b = ""] = rest.positionals;
      printDocument(
        io,
        await call("review.recordDecision", { subject: "identity", a, b, verdict, reason: String(args.values["reason"] ?? "") }),
      );
      return 0;
    });
  };

async function explain(args: CommandArgs, io: CommandIo): Promise<number> {
  const rest = behindVerb(args);
  return await withEngine(rest, io, {}, async (call) => {
    const [, a = "", b = ""] = rest.positionals;
    await refresh(call, parseEntityRef(a).kind);
    const { prior, bars, total, posterior, ...pair } = await call("resolve.explainPair", { a, b });
    const comparisons = bars.map(({ m, u, bits, ...bar }) => ({ ...bar, m: precise(m), u: precise(u), bits: rounded(bits, 2) }));
    printDocument(io, { ...pair, prior: rounded(prior, 2), comparisons, total: rounded(total, 2), posterior: precise(posterior) });
    return 0;
  });
}

/** Runs again where the last run is older than the data or the decisions. */
async function refresh(call: CallEngine, kind: string): Promise<void> {
  const { stale, run } = await call("resolve.listClusters", { kind, limit: 1 });
  if (stale || !run) await call("resolve.runResolution", { kind });
}

const verbs: Readonly<Record<string, (args: CommandArgs, io: CommandIo) => Promise<number>>> = {
  merge: judge("confirm"),
  unmerge: judge("reject"),
  explain,
  payments: (args, io) => listBooks(behindVerb(args), io),
};

export const resolveCommand: Command = {
  name: "resolve",
  summary: "cli.resolve.summary",
  usage:
    "<workspace> | merge <workspace> E E --reason TEXT | unmerge <workspace> E E --reason TEXT | explain <workspace> E E\n       caseweave resolve payments <workspace> [--pile sure|review|accepted|rejected] [--top N] [--accept sure --reason TEXT]",
  minimum: 1,
  most: { "": 1, merge: 4, unmerge: 4, explain: 4, payments: 2 },
  verbs: { at: 0, words: Object.keys(verbs), isOptional: true },
  options: {
    kind: text("cli.option.resolveKind", "KIND"),
    reason: text("cli.option.reason", "TEXT"),
    pile: oneOf("cli.option.paymentPile", paymentPiles),
    top: whole("cli.option.paymentTop"),
    accept: oneOf("cli.option.paymentAccept", ["sure"]),
  },
  run: (args, io) => (verbs[args.positionals[0] ?? ""] ?? listIdentities)(args, io),
};
