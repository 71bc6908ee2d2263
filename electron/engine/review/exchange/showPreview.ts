// The preview as it is shown: rows under their headings, judgements, and each conflict with both sides beside each other.
import { createHash } from "node:crypto";
import { isoTime } from "../../../../shared/model/time.ts";
import type { BundleFinding } from "../../../../shared/review/exchange/finding.ts";
import type { BundleDecision, BundleWatch } from "../../../../shared/review/exchange/format.ts";
import type { ShownFinding } from "../../../../shared/review/exchange/lookedFinding.ts";
import type {
  BundleConflict,
  BundleGroup,
  BundleSheet,
  ConflictChoice,
  ConflictSide,
  ShownJudgement,
  ShownWatch,
} from "../../../../shared/review/exchange/preview.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readRawRows } from "../../store/sqlite/tables/source.ts";
import type { ComparedJudgements } from "./compareJudgements.ts";
import type { AttributeConflict, ComparedRows, HashedRow, RowConflict } from "./compareRows.ts";
import type { Judgement } from "./judgements.ts";
import type { KnownOrigin } from "./origins.ts";
import type { OpenConflict } from "./plan.ts";

/** What of a bundle stands in one group: what leaves, what is new, what is here already. */
export interface GroupParts {
  readonly rows: readonly HashedRow[];
  readonly decisions: readonly BundleDecision[];
  readonly watches: readonly BundleWatch[];
  readonly charts: number;
  readonly findings: readonly BundleFinding[];
  readonly boards: number;
}

export function showGroup({ rows, decisions, watches, charts, findings, boards }: GroupParts, limit: number): BundleGroup {
  return {
    rows: rows.length,
    decisions: decisions.length,
    watches: watches.length,
    charts,
    boards,
    found: findings.map(showFinding),
    sheets: showSheets(rows, limit),
    judgements: decisions.slice(0, limit).map(showJudgement),
    watched: watches.slice(0, limit).map(showWatch),
  };
}

export const showFinding = ({ number, title, unit, foundAt, found }: BundleFinding): ShownFinding => ({
  findingKind: found.kind,
  unit,
  number,
  title,
  foundAt: isoTime(foundAt),
  cases: found.kind === "series" ? found.members.length : found.cases.length,
  core: found.kind === "series" ? found.members.filter(({ state }) => state === "core").length : found.people,
});

/** At most `limit` rows over all sheets, those of cases first: they say what it is about. Each sheet says how many more it has. */
export function showSheets(rows: readonly HashedRow[], limit: number): BundleSheet[] {
  const sheets = new Map<HashedRow["source"], HashedRow[]>();
  for (const one of rows) {
    const list = sheets.get(one.source);
    if (list) list.push(one);
    else sheets.set(one.source, [one]);
  }
  let room = limit;
  const caseFirst = [...sheets].toSorted(([a], [b]) => Number(b.rowKind === "case") - Number(a.rowKind === "case"));
  return caseFirst.map(([source, own]) => {
    const shown = own.slice(0, room);
    room -= shown.length;
    return { ...sheetOf(source), rows: shown.map(({ row }) => ({ row: row.row, cells: row.cells })), more: own.length - shown.length };
  });
}

const sheetOf = ({ name, sheet, unit, sha256, headings }: HashedRow["source"]): Omit<BundleSheet, "rows" | "more"> => ({
  source: name,
  sheet,
  unit,
  sha256,
  headings,
});

const showJudgement = ({ subject, a, b, verdict, reason, unit, at }: BundleDecision): ShownJudgement => ({
  subject,
  a,
  b,
  verdict,
  reason,
  unit,
  at: isoTime(at),
});

const showWatch = ({ subject, label, reason, unit }: BundleWatch): ShownWatch => ({
  watchKind: subject.kind,
  label: label === "" ? nameOf(subject) : label,
  reason,
  owner: unit,
});

const nameOf = (subject: BundleWatch["subject"]): string =>
  subject.kind === "entity" ? subject.entity : subject.kind === "words" ? subject.words : subject.kind === "rule" ? subject.rule : "";

interface Here {
  /** Our own name. */
  readonly unit: string;
  readonly origins: ReadonlyMap<number, KnownOrigin>;
}

export function showConflicts(db: ReadableDb, rows: ComparedRows, judgements: ComparedJudgements, here: Here): OpenConflict[] {
  return [
    ...rows.attributeConflicts.map((attribute) => ({ shown: showAttribute(db, attribute, here), attribute })),
    ...rows.rowConflicts.map((row) => ({ shown: showRow(row, here), row })),
    ...judgements.conflicts.map((judgement) => ({ shown: showJudgements(judgement, here), judgement })),
  ];
}

/** The same conflict has the same id however often it is looked at. */
const idOf = (...parts: readonly unknown[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);

const oneRow = ({ source, row }: HashedRow): BundleSheet => ({
  ...sheetOf(source),
  rows: [{ row: row.row, cells: row.cells }],
  more: 0,
});

const attributeChoices: readonly ConflictChoice[] = ["both", "ours"];

function showAttribute(db: ReadableDb, conflict: AttributeConflict, here: Here): BundleConflict {
  const { theirs, ref, name, value, origin, ours } = conflict;
  const known = here.origins.get(ours.sourceId);
  const rows: BundleSheet | null = known
    ? {
        source: known.source.name,
        sheet: known.source.sheet,
        unit: known.foreign?.unit ?? here.unit,
        sha256: known.source.sha256,
        headings: JSON.parse(known.source.headings) as string[],
        rows: readRawRows(db, ours.sourceId, ours.row, 1),
        more: 0,
      }
    : null;
  return {
    id: idOf("attribute", ref, name, value, ours.value),
    conflict: "attribute",
    entity: ref,
    label: ours.label,
    ours: { unit: rows?.unit ?? here.unit, told: { name, value: ours.value, origin: ours.origin }, rows, judgement: null },
    theirs: { unit: theirs.source.unit, told: { name, value, origin }, rows: oneRow(theirs), judgement: null },
    choices: attributeChoices,
    standard: "both",
  };
}

function showRow({ theirs, ours, sourceId }: RowConflict, here: Here): BundleConflict {
  const { source, row, hash } = theirs;
  const side = (one: HashedRow, unit: string): ConflictSide => ({ unit, told: null, rows: oneRow(one), judgement: null });
  return {
    id: idOf("row", source.origin, row.row, hash),
    conflict: "row",
    entity: "",
    label: source.name,
    ours: side(ours, here.origins.get(sourceId)?.foreign?.unit ?? here.unit),
    theirs: side(theirs, source.unit),
    choices: ["ours", "both"],
    standard: "ours",
  };
}

/** What cannot both hold stands side by side all the same: grouping lets a rejection overrule. */
const judgementChoices = {
  decision: { choices: ["ours", "theirs", "latest"], standard: "ours" },
  "cannot-link": { choices: ["both", "ours"], standard: "both" },
} as const;

function showJudgements({ conflict, theirs, ours }: ComparedJudgements["conflicts"][number], here: Here): BundleConflict {
  const side = (one: Judgement | BundleDecision): ConflictSide => {
    const unit = one.unit ?? here.unit;
    return { unit, told: null, rows: null, judgement: showJudgement({ ...one, unit }) };
  };
  const { subject, a, b, verdict, at } = theirs;
  return {
    id: idOf(conflict, subject, a, b, verdict, at, ours.verdict),
    conflict,
    entity: subject === "pair" ? `case:${a}` : a,
    label: "",
    ours: side(ours),
    theirs: side(theirs),
    ...judgementChoices[conflict],
  };
}
