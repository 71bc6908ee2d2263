// `sources <ws> list | show ID | remove ID | reimport ID | rejects ID | fix ID | corrections ID`.
import { resolve } from "node:path";
import type { RejectItem } from "../../../shared/import/calls.ts";
import { type RowReason, rowReasons } from "../../../shared/import/facts.ts";
import { repairRuleSchema } from "../../../shared/import/repairRule.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { readChangedRows } from "../changedRows.ts";
import { type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { oneOf, text } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { withAddresses } from "../withAddresses.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";
import { readMapping } from "./import.ts";

type Verb = (call: CallEngine, id: number, args: CommandArgs, io: CommandIo) => Promise<void>;

const textOf = (args: CommandArgs, option: string): string | undefined => {
  const value = args.values[option];
  return typeof value === "string" ? value : undefined;
};

const reasonOf = (args: CommandArgs): RowReason | undefined => textOf(args, "for") as RowReason | undefined;

const pageRows = 500;

/** All rows with their reason, page by page. */
async function listRows(call: CallEngine, sourceId: number, verdict: "rejected" | "skipped", reason: RowReason | undefined) {
  const all: RejectItem[] = [];
  for (let after = 0; ; after = all.at(-1)!.row) {
    const filter = { sourceId, verdict, after, limit: pageRows, ...(reason !== undefined && { reason }) };
    const { items } = await call("import.listRejects", filter);
    all.push(...items);
    if (items.length < pageRows) return all;
  }
}

async function fix(call: CallEngine, sourceId: number, args: CommandArgs, io: CommandIo): Promise<void> {
  const [from, column, find, put] = ["from", "column", "find", "put"].map((option) => textOf(args, option));
  const reason = reasonOf(args);
  if (from !== undefined) {
    // The reject file holds the skipped rows too.
    const rejected = await listRows(call, sourceId, "rejected", reason);
    const skipped = await listRows(call, sourceId, "skipped", reason);
    const rows = await readChangedRows(resolve(from), [...rejected, ...skipped]);
    printDocument(io, await withAddresses(call, io, await call("import.fixRejects", { sourceId, rows })));
    return;
  }
  if (column === undefined || put === undefined) throw new UsageError("cli.usage.fix");
  const rule = repairRuleSchema.parse(find === undefined ? { column, how: "set", put } : { column, how: "replace", find, put });
  printDocument(io, await withAddresses(call, io, await call("import.fixRejectsByRule", { sourceId, reason: reason ?? null, rule })));
}

async function printCorrections(call: CallEngine, sourceId: number, io: CommandIo): Promise<void> {
  for (let after = 0; ; ) {
    const items = await call("import.listCorrections", { sourceId, after, limit: pageRows });
    printLines(io, items);
    if (items.length < pageRows) return;
    after = items.at(-1)!.row;
  }
}

const verbs: Readonly<Record<string, Verb>> = {
  show: async (call, sourceId, _args, io) => printDocument(io, await call("import.readSource", { sourceId })),
  remove: async (call, sourceId, args, io) => {
    const reason = textOf(args, "reason") ?? createSentences(terminalLanguage())("cli.sources.removed");
    printDocument(io, await call("import.removeSource", { sourceId, reason }));
  },
  reimport: async (call, sourceId, args, io) => {
    const mapping = textOf(args, "mapping");
    const again = await call("import.reimportSource", { sourceId, ...(mapping !== undefined && { mapping: readMapping(mapping) }) });
    printDocument(io, await withAddresses(call, io, again));
  },
  rejects: async (call, sourceId, args, io) => {
    printLines(io, await listRows(call, sourceId, "rejected", reasonOf(args)));
  },
  fix,
  corrections: (call, sourceId, _args, io) => printCorrections(call, sourceId, io),
};

const usage =
  "<workspace> list | show ID | remove ID [--reason TEXT] | reimport ID [--mapping FILE] | rejects ID [--for REASON] | fix ID --from FILE | fix ID --column HEADING [--find TEXT] --put TEXT [--for REASON] | corrections ID";

export const sourcesCommand: Command = {
  name: "sources",
  summary: "cli.sources.summary",
  usage,
  minimum: 2,
  most: { list: 2, show: 3, remove: 3, reimport: 3, rejects: 3, fix: 3, corrections: 3 },
  verbs: { at: 1, words: ["list", ...Object.keys(verbs)] },
  options: {
    reason: text("cli.option.reason", "TEXT"),
    mapping: text("cli.option.mapping", "FILE"),
    for: oneOf("cli.option.rejectReason", rowReasons),
    from: text("cli.option.fixFile", "FILE"),
    column: text("cli.option.fixColumn", "HEADING"),
    find: text("cli.option.fixFind", "TEXT"),
    put: text("cli.option.fixPut", "TEXT", { mayBeEmpty: true }),
  },
  run: (args, io) => {
    const [, word = "", id = ""] = args.positionals;
    const verb = verbs[word];
    if (verb !== undefined && !/^\d+$/.test(id)) throw new UsageError("cli.usage.sourceId", { verb: word });
    return withEngine(args, io, {}, async (call) => {
      if (verb === undefined) printDocument(io, { sources: await call("import.listSources", {}) });
      else await verb(call, Number(id), args, io);
      return 0;
    });
  },
};
