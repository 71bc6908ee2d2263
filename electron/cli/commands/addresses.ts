// `addresses match | list | show | people | nearest <ws> …`: written addresses and the standard table.
import { addressPiles, datums } from "../../../shared/resolve/addressCalls.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { moment, oneOf, text, whole, wholeOf } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

type Run = (call: CallEngine, args: CommandArgs, io: CommandIo) => Promise<void>;

const most = 500;

/** Every page of a pile, line by line. */
const list: Run = async (call, { values }, io) => {
  const pile = String(values["pile"] ?? "doubtful");
  const top = wholeOf(values["top"]) ?? Number.POSITIVE_INFINITY;
  for (let offset = 0; offset < top; offset += most) {
    const limit = Math.min(most, top - offset);
    const { items } = await call("resolve.listAddressMatches", { pile, words: String(values["words"] ?? ""), offset, limit });
    printLines(io, items);
    if (items.length < limit) return;
  }
};

const placeOf = ({ positionals }: CommandArgs): string => {
  const place = positionals[1];
  if (place === undefined) throw new UsageError("cli.usage.address");
  return place;
};

function pointOf(typed: unknown): { readonly longitude: number; readonly latitude: number } {
  const [, longitude, latitude] = /^(-?\d+(?:\.\d+)?)[,，](-?\d+(?:\.\d+)?)$/.exec(String(typed ?? "")) ?? [];
  if (longitude === undefined || latitude === undefined)
    throw new UsageError("cli.usage.point", { option: "--at", typed: String(typed ?? "") });
  return { longitude: Number(longitude), latitude: Number(latitude) };
}

const verbs: Readonly<Record<string, Run>> = {
  match: async (call, _args, io) => printDocument(io, await call("resolve.matchAddresses", {})),
  list,
  show: async (call, args, io) => printDocument(io, await call("resolve.readAddress", { place: placeOf(args) })),
  people: async (call, args, io) => {
    const { day, widen } = args.values;
    printDocument(
      io,
      await call("resolve.listPeopleOfAddress", {
        place: placeOf(args),
        ...(day && { day: String(day).slice(0, 10) }),
        ...(widen && { widen }),
      }),
    );
  },
  nearest: async (call, { values }, io) => {
    const { metres, datum } = values;
    const top = wholeOf(values["top"]);
    const asked = { ...pointOf(values["at"]), ...(datum && { datum }), ...(metres && { metres: Number(metres) }), ...(top && { top }) };
    const { items, beyond, points } = await call("resolve.findNearestAddresses", asked);
    printLines(io, items);
    if (items.length > 0) return;
    const say = createSentences(terminalLanguage());
    if (beyond === null) io.say(say(points === 0 ? "cli.addresses.noPoints" : "cli.addresses.nowhere"));
    else io.say(say("cli.addresses.beyond", { metres: String(metres ?? 500), label: beyond.label, far: Math.round(beyond.metres) }));
  },
};

export const addressesCommand: Command = {
  name: "addresses",
  summary: "cli.addresses.summary",
  usage:
    "match <workspace> | list <workspace> [--pile doubtful] [--words TEXT] [--top N] | show <workspace> CODE|ADDRESS\n       caseweave addresses people <workspace> CODE|ADDRESS [--day DAY] [--widen building] | nearest <workspace> --at LON,LAT [--datum GCJ-02] [--metres M] [--top N]",
  minimum: 2,
  most: { match: 2, list: 2, show: 3, people: 3, nearest: 2 },
  verbs: { at: 0, words: Object.keys(verbs) },
  options: {
    pile: oneOf("cli.option.addressPile", addressPiles),
    words: text("cli.option.addressWords", "TEXT"),
    top: whole("cli.option.addressTop"),
    day: moment("cli.option.addressDay"),
    widen: oneOf("cli.option.addressWiden", ["number", "estate", "building", "unit"]),
    at: text("cli.option.addressAt", "LON,LAT"),
    datum: oneOf("cli.option.addressDatum", datums),
    metres: text("cli.option.addressMetres", "N", { form: "number" }),
  },
  run: (args, io) => {
    const [verb = "", ...positionals] = args.positionals;
    const rest = { ...args, positionals };
    return withEngine(rest, io, {}, async (call) => {
      // What an earlier command left to be matched.
      if (verb !== "match") await call("resolve.readAddressReport", { since: 0 });
      await verbs[verb]!(call, rest, io);
      return 0;
    });
  },
};
