// `watch add <ws> TEXT | --place LON,LAT --metres M | --series S | --words W | --rule R --set N=V`, `watch list <ws>`, `watch remove <ws> W-3`.
import { entityKinds } from "../../../shared/model/entity.ts";
import { ruleNames } from "../../../shared/review/watch/rules/index.ts";
import type { Params } from "../../../shared/rpc/contract.ts";
import { anyWords, type Command, type CommandArgs, UsageError } from "../command.ts";
import { readGivenFile } from "../givenFile.ts";
import { moment, oneOf, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

type Subject = Params<"review.addWatch">["subject"];

const number = (option: string, text: unknown): number => {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) throw new UsageError("cli.usage.number", { option: `--${option}`, typed: String(text) });
  return value;
};

/** `--set payers=3 --set hours=24`. */
function rulesNumbers(given: CommandArgs["values"][string]): Record<string, number> {
  const pairs = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [name, number(`set ${name}`, value)];
    }),
  );
}

/** `phone:138…` names a kind and a key; anything else is left to the engine. */
const typedSubject = (typed: string): Subject =>
  entityKinds.some((kind) => typed.startsWith(`${kind}:`)) ? { kind: "entity", entity: typed } : { kind: "text", text: typed };

function subjectOf({ values, positionals }: CommandArgs): Subject {
  const { place, metres, series, words, rule, bits } = values;
  const typed = positionals.slice(1).join(" ");
  if (typeof place === "string") {
    const [longitude, latitude] = place.split(",").map((part) => number("place", part.trim()));
    return { kind: "place", longitude: longitude!, latitude: latitude ?? number("place", ""), metres: number("metres", metres ?? 500) };
  }
  if (typeof series === "string") return { kind: "series", series, minBits: number("bits", bits ?? 4) };
  if (typeof words === "string") return { kind: "words", words };
  if (typeof rule === "string") return { kind: "rule", rule: rule as (typeof ruleNames)[number], values: rulesNumbers(values["set"]) };
  if (typed === "") throw new UsageError("cli.usage.watchSubject");
  return typedSubject(typed);
}

/** The last moment of a day in China. */
function endOf(day: CommandArgs["values"][string]): number | null {
  if (typeof day !== "string") return null;
  const at = Date.parse(`${day}T23:59:59+08:00`);
  if (Number.isNaN(at)) throw new UsageError("cli.usage.moment", { option: "--until", typed: day });
  return at;
}

async function add(call: CallEngine, args: CommandArgs) {
  const said = (name: string) => String(args.values[name] ?? "");
  const { from } = args.values;
  if (typeof from === "string") {
    if (args.positionals.length > 1) throw new UsageError("cli.usage.watchFrom");
    const texts = readGivenFile(from)
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/);
    return await call("review.addWatches", { texts, reason: said("reason"), owner: said("owner"), expiresAt: endOf(args.values["until"]) });
  }
  const given = { label: said("label"), reason: said("reason"), owner: said("owner"), expiresAt: endOf(args.values["until"]) };
  return await call("review.addWatch", { subject: subjectOf(args), ...given });
}

type Run = (call: CallEngine, args: CommandArgs) => Promise<unknown>;
const verbs: Readonly<Record<string, Run>> = {
  add,
  list: async (call) => ({ watches: await call("review.listWatches", {}) }),
  remove: (call, { positionals, values }) => {
    const [watches, reason] = [positionals.slice(1), String(values["reason"] ?? "")];
    if (watches.length > 1) return call("review.removeWatches", { watches, reason });
    return call("review.removeWatch", { watch: watches[0] ?? "", reason });
  },
  check: (call) => call("review.checkWatches", {}),
};

export const watchCommand: Command = {
  name: "watch",
  summary: "cli.watch.summary",
  usage:
    "add <workspace> TEXT | --from FILE | --place LON,LAT [--metres M] | --series S-1 [--bits B] | --words TEXT | --rule NAME [--set N=V]…  --reason TEXT [--label TEXT] [--owner NAME] [--until DAY]\n       caseweave watch list <workspace> | remove <workspace> W-1 … --reason TEXT | check <workspace>",
  minimum: 2,
  most: { add: anyWords, list: 2, remove: anyWords, check: 2 },
  verbs: { at: 0, words: Object.keys(verbs) },
  options: {
    from: text("cli.option.watchFrom", "FILE"),
    place: text("cli.option.watchPlace", "LON,LAT"),
    metres: text("cli.option.watchMetres", "N", { form: "number" }),
    series: text("cli.option.watchSeries", "ID"),
    bits: text("cli.option.watchBits", "N", { form: "number" }),
    words: text("cli.option.watchWords", "TEXT"),
    rule: oneOf("cli.option.watchRule", ruleNames),
    set: text("cli.option.watchSet", "NAME=VALUE", { multiple: true }),
    reason: text("cli.option.reason", "TEXT"),
    label: text("cli.option.watchLabel", "TEXT"),
    owner: text("cli.option.watchOwner", "NAME"),
    until: moment("cli.option.watchUntil"),
  },
  run: (args, io) => {
    const [verb = "", ...positionals] = args.positionals;
    const run = verbs[verb]!;
    const rest = { ...args, positionals };
    return withEngine(rest, io, {}, async (call) => {
      printDocument(io, await run(call, rest));
      return 0;
    });
  },
};
