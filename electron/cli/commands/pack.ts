// `pack list|show|run|test|record|import|export|remove <ws> …`: method packs. `pack seal FILE` states the hash of a file that was edited by hand.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { ParameterValue } from "../../../shared/review/pack/pack.ts";
import { runFormats } from "../../../shared/review/packCalls.ts";
import type { Result } from "../../../shared/rpc/contract.ts";
import { checkVersion, packText, parseJson, readForm, sealPack } from "../../engine/review/pack/packText.ts";
import { terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { readGivenFile } from "../givenFile.ts";
import { flag, knownWord, outFile, text, whole, wholeOf } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { endingOf, saveBytes, saveFile } from "../saveFile.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

const all = 20_000;

const textOf = (value: CommandArgs["values"][string]): string | null => (typeof value === "string" ? value : null);
const listOf = (value: CommandArgs["values"][string]): string[] => (Array.isArray(value) ? value.map(String) : []);

function named({ positionals }: CommandArgs): string {
  const name = positionals[1];
  if (name === undefined) throw new UsageError("cli.usage.packName");
  return name;
}

const isFile = (name: string): boolean => existsSync(name) || name.endsWith(".json");

/** A file comes into the workspace first, its test with it. */
async function idOf(call: CallEngine, args: CommandArgs): Promise<string> {
  const name = named(args);
  if (!isFile(name)) return name;
  return (await call("review.importPack", { text: readGivenFile(name), isAnyway: args.values["anyway"] === true })).pack;
}

type Parameters = Awaited<ReturnType<typeof readParameters>>;
const readParameters = async (call: CallEngine, pack: string) => (await call("review.readPack", { pack })).parameters;

/** `windowDays=2`, `since=2026-11-01`, `since=` (not limited), `from=series:S-1,series:S-2`. */
function readSet(given: CommandArgs["values"][string], parameters: Parameters): Record<string, ParameterValue> {
  return Object.fromEntries(
    listOf(given).map((pair): [string, ParameterValue] => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError("cli.usage.packSet", { typed: pair });
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      const kind = parameters.find((one) => one.name === name)?.kind;
      if (kind === "number") return [name, value === "" ? value : Number(value)];
      if (kind === "entities") return [name, value.split(",").filter(Boolean)];
      return [name, kind === "day" && value === "" ? null : value];
    }),
  );
}

/** What the lists propose and nobody watches yet; a pack itself writes nothing. */
async function watchProposed(call: CallEngine, { sections }: Result<"review.runPack">, reason: string): Promise<readonly string[]> {
  const proposed = new Set(sections.flatMap(({ watch }) => watch.flatMap(({ entity, isWatched }) => (isWatched ? [] : [entity]))));
  for (const ref of proposed) {
    const series = ref.startsWith("series:") ? ref.slice("series:".length) : null;
    const subject = series === null ? { kind: "entity" as const, entity: ref } : { kind: "series" as const, series };
    await call("review.addWatch", { subject, reason });
  }
  return [...proposed];
}

async function run(call: CallEngine, args: CommandArgs) {
  const pack = await idOf(call, args);
  const set = readSet(args.values["set"], await readParameters(call, pack));
  const ran = await call("review.runPack", { pack, set, limit: all });
  const reason = textOf(args.values["watch"]);
  const answer = reason === null ? ran : { ...ran, watched: await watchProposed(call, ran, reason) };
  const out = textOf(args.values["out"]);
  if (out === null) return answer;
  const format = knownWord("--out", endingOf(out), runFormats);
  const file = await call("review.exportPackRun", { pack, run: answer.run, format, language: terminalLanguage() });
  return { ...answer, file: saveFile(out, file) };
}

/** The words of one language stand for both until somebody writes the other into the file. */
const bothOf = (value: string) => ({ zh: value, en: value });

async function record(call: CallEngine, args: CommandArgs) {
  const said = (name: string) => textOf(args.values[name]) ?? "";
  const id = said("name");
  if (id === "" || said("steps") === "") return { steps: await call("review.listLoggedSteps", {}) };
  const title = said("title") || id;
  const asked = {
    pack: id,
    title: bothOf(title),
    about: bothOf(said("about") || title),
    entries: said("steps").split(",").map(Number),
    sheets: listOf(args.values["test-sheet"]).map((path) => ({ name: basename(path), text: readGivenFile(path) })),
    isAnyway: args.values["anyway"] === true,
  };
  const { text: file, ...kept } = await call("review.recordPack", asked);
  const out = textOf(args.values["out"]);
  if (out !== null) saveBytes(out, Buffer.from(file));
  return out === null ? kept : { ...kept, out };
}

async function exportFile(call: CallEngine, args: CommandArgs) {
  const out = textOf(args.values["out"]);
  if (out === null) throw new UsageError("cli.usage.out", { known: "json" });
  return saveFile(out, await call("review.exportPack", { pack: named(args) }));
}

type Run = (call: CallEngine, args: CommandArgs) => Promise<unknown>;

const verbs: Readonly<Record<string, Run>> = {
  show: (call, args) => call("review.readPack", { pack: named(args) }),
  run,
  last: (call, args) => call("review.readPackRun", { pack: named(args), run: wholeOf(args.values["run"]) ?? null, limit: all }),
  test: (call, args) => call("review.testPack", { pack: named(args) }),
  record,
  import: (call, args) => call("review.importPack", { text: readGivenFile(named(args)), isAnyway: args.values["anyway"] === true }),
  export: exportFile,
  remove: (call, args) => call("review.removePack", { pack: named(args) }),
};

/** Whoever edits a file by hand states its hash anew; what is wrong in it is said first. */
function seal(io: CommandIo, path: string): number {
  if (!existsSync(path)) throw new CaseweaveError("file-missing", { file: basename(path), path });
  const value = parseJson(readGivenFile(path));
  checkVersion(value);
  const pack = sealPack(readForm({ ...value, hash: "0".repeat(64) }));
  saveBytes(path, Buffer.from(packText(pack)));
  printDocument(io, { pack: pack.id, revision: pack.revision, hash: pack.hash });
  return 0;
}

export const packCommand: Command = {
  name: "pack",
  summary: "cli.pack.summary",
  usage:
    "list <workspace> | show <workspace> NAME | run <workspace> FILE|NAME [--set NAME=VALUE]… [--watch TEXT] [--out F.(xlsx|docx|pdf|csv)] | last <workspace> NAME [--run N]\n       caseweave pack test <workspace> NAME | record <workspace> [--name ID --steps N,N,… --title TEXT --about TEXT [--test-sheet FILE]… --out FILE]\n       caseweave pack import <workspace> FILE [--anyway] | export <workspace> NAME --out FILE | remove <workspace> NAME | seal FILE",
  minimum: 2,
  most: { list: 2, show: 3, run: 3, last: 3, test: 3, record: 2, import: 3, export: 3, remove: 3, seal: 2 },
  verbs: { at: 0, words: ["list", ...Object.keys(verbs), "seal"] },
  options: {
    set: text("cli.option.packSet", "NAME=VALUE", { multiple: true }),
    watch: text("cli.option.packWatch", "TEXT"),
    out: outFile("cli.option.out"),
    run: whole("cli.option.packRun"),
    name: text("cli.option.packName", "ID"),
    steps: text("cli.option.packSteps", "N,N,…"),
    title: text("cli.option.packTitle", "TEXT"),
    about: text("cli.option.packAbout", "TEXT"),
    "test-sheet": text("cli.option.packSheet", "FILE", { multiple: true }),
    anyway: flag("cli.option.packAnyway"),
  },
  run: async (args, io) => {
    const [verb = "", ...positionals] = args.positionals;
    if (verb === "seal") return seal(io, positionals[0]!);
    const rest = { ...args, positionals };
    return await withEngine(rest, io, {}, async (call) => {
      if (verb === "list") printLines(io, await call("review.listPacks", {}));
      else printDocument(io, await verbs[verb]!(call, rest));
      return 0;
    });
  },
};
