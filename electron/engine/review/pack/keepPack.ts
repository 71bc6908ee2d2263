// A pack comes into the workspace: from a file, or recorded from the audit log. Its own test runs first; one that fails comes in only when the user says so.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { RowKind } from "../../../../shared/import/mapping.ts";
import { versionFor } from "../../../../shared/review/pack/checkPack.ts";
import { shapeOfSection } from "../../../../shared/review/pack/items.ts";
import { type Pack, type PackTestSpec, type PackWords, packFormat } from "../../../../shared/review/pack/pack.ts";
import { nameOfLine } from "../../../../shared/review/pack/packLines.ts";
import { recordSteps } from "../../../../shared/review/pack/recordSteps.ts";
import { findStepKind } from "../../../../shared/review/pack/steps/index.ts";
import type { PackTestResult } from "../../../../shared/review/packCalls.ts";
import type { Params, Result } from "../../../../shared/rpc/contract.ts";
import type { JobContext } from "../../handler.ts";
import { readPackRow, upsertPack, upsertPackTest } from "../../store/sqlite/tables/pack.ts";
import { isShippedId, listShipped, stateOf } from "./knownPacks.ts";
import { listLoggedSteps } from "./loggedSteps.ts";
import { packText, readForm, readPackText, sealPack } from "./packText.ts";
import { onTestData, runOnTest, testPack } from "./testPack.ts";

/** The test, told; throws when it fails and nobody said "anyway". */
async function proveTest(pack: Pack, isAnyway: boolean, context: JobContext): Promise<PackTestResult | null> {
  const tested = await testPack(pack, context);
  if (tested && !tested.isPassed && !isAnyway) {
    const { planted, found, surplus } = tested;
    throw new CaseweaveError("pack-test-failed", { pack: pack.id, planted, found, surplus });
  }
  return tested;
}

/** What stood under the id before goes; its runs stay, to compare with. */
function keep(pack: Pack, text: string, tested: PackTestResult | null, { user, clock, commit }: JobContext): void {
  const detail = { pack: pack.id, revision: pack.revision, hash: pack.hash, test: tested ? `${tested.found}/${tested.planted}` : "" };
  commit({ action: "pack.kept", detail }, ["packs"], (db) => {
    upsertPack(db, { id: pack.id, text, hash: pack.hash }, user, clock());
    if (tested) upsertPackTest(db, pack.hash, JSON.stringify(tested));
  });
}

export async function importPack(
  { text, isAnyway }: Params<"review.importPack">,
  context: JobContext,
): Promise<Result<"review.importPack">> {
  const pack = readPackText(text);
  const shipped = listShipped().find((one) => one.pack.id === pack.id);
  if (shipped && shipped.pack.hash !== pack.hash) throw new CaseweaveError("pack-shipped", { pack: pack.id });
  const before = readPackRow(context.db, pack.id);
  const tested = await proveTest(pack, isAnyway, context);
  if (!shipped) keep(pack, text, tested, context);
  const isKnown = shipped !== undefined || before?.hash === pack.hash;
  const replaced = before && !isKnown ? readPackText(before.text).revision : null;
  return { pack: pack.id, state: stateOf(pack, tested), tested, replaced, isKnown };
}

type Recording = Params<"review.recordPack">;

const mostLogged = 100_000;

/** Steps in the order in which they were named; those whose arguments the audit shortened cannot be repeated. */
function stepsOf({ entries }: Recording, { db }: JobContext) {
  const logged = new Map(listLoggedSteps(db, mostLogged).map((step) => [step.entry, step]));
  const steps = entries.map((entry) => {
    const step = logged.get(entry);
    if (!step || step.isShortened) throw new CaseweaveError("pack-steps-none", { entry });
    return { call: step.call, arguments: step.arguments };
  });
  return steps;
}

const whys: Partial<Record<RowKind, PackWords>> = {
  case: { zh: "串并比对的案件", en: "The cases that are compared" },
  transfer: { zh: "查找规律和追踪资金的转账流水", en: "The transfers that are searched and traced" },
  call: { zh: "分析的话单", en: "The call records that are read" },
  stay: { zh: "分析的住宿、上网记录", en: "The stays that are read" },
  address: { zh: "用来比对的标准地址", en: "The standard addresses that are matched" },
};

function expectsOf(calls: readonly string[]): Pack["expects"] {
  const kinds = new Set(calls.flatMap((call) => findStepKind(call)?.needs ?? []));
  return [...kinds].flatMap((rowKind) => (whys[rowKind] ? [{ rowKind, why: whys[rowKind] }] : []));
}

/** What the pack finds in the sheets that came along, by the fields that name a line, is what it must find from now on. */
async function expectFound(pack: Pack, sheets: Recording["sheets"], context: JobContext): Promise<PackTestSpec | null> {
  if (sheets.length === 0) return null;
  const about = {
    zh: "录制时随附的数据；应找到的就是录制时找到的。",
    en: "The data that came along when it was recorded; what it must find is what it found then.",
  };
  const test: PackTestSpec = { about, set: {}, sheets: [...sheets], expected: [] };
  const { lines } = await onTestData(context, test, (ask) => runOnTest(pack, test, context, ask));
  const expected = pack.sections.flatMap((section) => {
    const { id } = section;
    const by = shapeOfSection(pack, section)!.key;
    const names = [...new Set((lines[id] ?? []).map((line) => nameOfLine(line, by)))];
    return names.length === 0 ? [] : [{ section: id, by: [...by], lines: names, mayHave: 0 }];
  });
  if (expected.length === 0) throw new CaseweaveError("pack-test-failed", { pack: pack.id, planted: 0, found: 0, surplus: 0 });
  return { ...test, expected };
}

export async function recordPack(recording: Recording, context: JobContext): Promise<Result<"review.recordPack">> {
  const { pack: id, title, about, sheets, isAnyway } = recording;
  if (isShippedId(id)) throw new CaseweaveError("pack-shipped", { pack: id });
  const before = readPackRow(context.db, id);
  if (before && !isAnyway) throw new CaseweaveError("pack-known", { pack: id });
  const parts = recordSteps(stepsOf(recording, context));
  if (parts.sections.length === 0) throw new CaseweaveError("pack-steps-none", { entry: "" });
  const revision = before ? readPackText(before.text).revision + 1 : 1;
  const head = { format: packFormat, version: versionFor(parts), id, revision, name: title, about, author: context.user } as const;
  const draft = sealPack({ ...head, expects: expectsOf(parts.steps.map(({ call }) => call)), ...parts, test: null });
  readForm(draft);
  const pack = sealPack({ ...draft, test: await expectFound(draft, sheets, context) });
  const tested = await proveTest(readForm(pack), false, context);
  const text = packText(pack);
  keep(pack, text, tested, context);
  return { pack: id, state: stateOf(pack, tested), tested, text };
}
