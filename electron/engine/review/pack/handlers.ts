// Handlers of the calls of method packs.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type Pack, type PackStepSpec, packEnding } from "../../../../shared/review/pack/pack.ts";
import type { PackDetail, PackItem, packCalls } from "../../../../shared/review/packCalls.ts";
import type { Handlers, JobContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listHeldKinds } from "../../store/sqlite/tables/heldKinds.ts";
import { deletePack, listPackRuns, upsertPackTest } from "../../store/sqlite/tables/pack.ts";
import { exportedFile } from "../exportedFile.ts";
import { exportRun } from "./exportRun.ts";
import { importPack, recordPack } from "./keepPack.ts";
import { isShippedId, type KnownPack, listKnownPacks, readTested, requirePack, stateOf } from "./knownPacks.ts";
import { listLoggedSteps } from "./loggedSteps.ts";
import { runPack } from "./runPack.ts";
import { listLineRows, requireRun, showRun, showRunItem } from "./showRun.ts";
import { testPack } from "./testPack.ts";

const mostRuns = 50;

function describePack(db: ReadableDb, { pack, isShipped }: KnownPack, held: ReadonlySet<string>): PackItem {
  const tested = readTested(db, pack);
  const [last] = listPackRuns(db, pack.id, 1);
  return {
    pack: pack.id,
    revision: pack.revision,
    title: pack.name,
    about: pack.about,
    hash: pack.hash,
    isShipped,
    state: stateOf(pack, tested),
    tested,
    lacking: pack.expects.map(({ rowKind }) => rowKind).filter((kind) => !held.has(kind)),
    lastRun: last ? showRunItem(db, last) : null,
  };
}

/** What a step runs for, by the title of its list, and under which condition it runs, as the file says it. */
const describeStep = ({ id, call, about, each, when = [] }: PackStepSpec, { sections }: Pack): PackDetail["steps"][number] => ({
  step: id,
  call,
  about,
  each: each ? { list: sections.find((section) => section.id === each.of)!.title, most: limitText(each.most) } : null,
  when: when.map(({ of, is, value }) => ({ of, is, value: limitText(value) })),
});

const limitText = (value: string | number | boolean | null | { readonly from: string }): string =>
  typeof value === "object" && value !== null ? value.from : String(value);

function describeWhole(db: ReadableDb, known: KnownPack): PackDetail {
  const { author, expects, parameters, steps, sections, test, id } = known.pack;
  return {
    ...describePack(db, known, listHeldKinds(db)),
    author,
    expects,
    parameters: parameters.map((parameter) => ({ ...parameter, value: parameter.default })),
    steps: steps.map((step) => describeStep(step, known.pack)),
    lists: sections.map((section) => ({ section: section.id, title: section.title, about: section.about ?? null })),
    test: test && {
      about: test.about,
      sheets: test.sheets.map(({ name }) => name),
      planted: test.expected.reduce((sum, { lines }) => sum + lines.length, 0),
    },
    runs: listPackRuns(db, id, mostRuns).map((row) => showRunItem(db, row)),
  };
}

async function testKnown(name: string, context: JobContext) {
  const { pack } = requirePack(context.db, name);
  const tested = await testPack(pack, context);
  if (!tested) throw new CaseweaveError("pack-untested", { pack: pack.id });
  const detail = { pack: pack.id, hash: pack.hash, found: tested.found, planted: tested.planted };
  context.commit({ action: "pack.tested", detail }, ["packs"], (db) => upsertPackTest(db, pack.hash, JSON.stringify(tested)));
  return tested;
}

export const packHandlers: Handlers<typeof packCalls> = {
  "review.listPacks": (_params, { db }) => {
    const held = listHeldKinds(db);
    return listKnownPacks(db).map((known) => describePack(db, known, held));
  },
  "review.readPack": ({ pack }, { db }) => describeWhole(db, requirePack(db, pack)),
  "review.runPack": async ({ pack: name, set, limit }, context) => {
    const { pack, run } = await runPack(name, set, context);
    return showRun(context, requireRun(context.db, pack, run), limit);
  },
  "review.readPackRun": ({ pack, run, limit }, context) =>
    showRun(context, requireRun(context.db, requirePack(context.db, pack).pack.id, run), limit),
  "review.listPackRows": ({ run, section, place }, { db }) => listLineRows(db, run, section, place),
  "review.testPack": ({ pack }, context) => testKnown(pack, context),
  "review.importPack": (asked, context) => importPack(asked, context),
  "review.recordPack": (asked, context) => recordPack(asked, context),
  "review.removePack": ({ pack: name }, { db, changed }) => {
    const { pack } = requirePack(db, name);
    if (isShippedId(pack.id)) throw new CaseweaveError("pack-shipped", { pack: pack.id });
    deletePack(db, pack.id);
    changed("packs");
    return { pack: pack.id };
  },
  "review.exportPack": ({ pack: name }, { db }) => {
    const { pack, text } = requirePack(db, name);
    return exportedFile(`${pack.id}${packEnding.replace(/\.json$/, "")}`, "json", new TextEncoder().encode(text), 1, false);
  },
  "review.exportPackRun": async (asked, context) => exportRun(asked, context),
  "review.listLoggedSteps": ({ limit }, { db }) => listLoggedSteps(db, limit),
};
