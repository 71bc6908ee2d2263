// A kept run as screens and the command line show it: things by the names that they have now.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import { isoTime, parseIsoTime } from "../../../../shared/model/time.ts";
import type { ComparedLine, LineChange } from "../../../../shared/review/pack/compareLines.ts";
import { type LineFact, titleOf } from "../../../../shared/review/pack/line.ts";
import { itemField, type LineCell, mostLines } from "../../../../shared/review/pack/packLines.ts";
import type { PackRunAnswer, PackRunItem, ShownCell, ShownLine, ShownSection } from "../../../../shared/review/packCalls.ts";
import type { ReadContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { listEventsOf } from "../../store/sqlite/tables/entityFacts.ts";
import { citeRow, listTellingRows } from "../../store/sqlite/tables/heldKinds.ts";
import { listTransferRows } from "../../store/sqlite/tables/listDetails.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { type PackRunRow, readPackRun, readRunLists } from "../../store/sqlite/tables/pack.ts";
import { listWatchRows } from "../../store/sqlite/tables/watch.ts";
import { listSightings } from "../../trace/listSightings.ts";
import type { KeptSection, KeptStep, KeptSummary } from "./runPack.ts";

const mostNamed = 20;
const mostProposed = 500;

type NameOf = (ref: string) => string;
type Named = ShownCell["named"][number];
type Describe = (ref: string) => Named;

/** An account is called by its number in a list, as many accounts share a holder; its holder stands beside it. */
const isNumbered = (ref: string): boolean => /^account:\d{9,}$/.test(ref);
const byNumber =
  (labelOf: NameOf): Describe =>
  (entity) => {
    const label = labelOf(entity);
    if (!isNumbered(entity)) return { entity, label, holder: null };
    const { key } = parseEntityRef(entity);
    return { entity, label: key, holder: label === key ? null : label };
  };

function namesIn(db: ReadableDb): NameOf {
  const known = new Map<string, string>();
  return (ref) => {
    const before = known.get(ref);
    if (before !== undefined) return before;
    const { kind, key } = parseEntityRef(ref);
    const label = readEntity(db, kind, key)?.label || key;
    known.set(ref, label);
    return label;
  };
}

/** What the other cell does not name comes first: of forty cases the one that joined must be among those shown. */
function showCell({ form, value, refs }: LineCell, other: LineCell | undefined, describe: Describe): ShownCell {
  const known = new Set(other?.refs ?? refs);
  const differing = refs.filter((ref) => !known.has(ref));
  const ordered = [...differing, ...refs.filter((ref) => known.has(ref))];
  return {
    form,
    value,
    named: ordered.slice(0, mostNamed).map(describe),
    differing: differing.length,
    more: Math.max(0, refs.length - mostNamed),
  };
}

const showLine = ({ earlier, ...line }: ComparedLine, place: number, describe: Describe): ShownLine => ({
  place,
  change: line.change,
  cells: line.cells.map((cell, i) => showCell(cell, earlier?.[i], describe)),
  earlier: earlier?.map((cell, i) => showCell(cell, line.cells[i], describe)) ?? null,
  subject: line.change === "gone" ? null : line.chart,
  hasRows: line.change !== "gone" && line.facts.length > 0,
});

interface Showing {
  readonly limit: number;
  readonly describe: Describe;
  /** Of an account its holder. */
  readonly labelOf: NameOf;
  readonly isWatched: (ref: string) => boolean;
}

const showSection = (kept: KeptSection, { limit, describe, labelOf, isWatched }: Showing): ShownSection => ({
  section: kept.section,
  title: kept.title,
  about: kept.about,
  call: kept.call,
  fields: kept.fields.map((field) => ({ field: titleOf(field), form: field.form, isTold: field.isTold ?? false })),
  all: kept.all,
  isCut: kept.all > mostLines || kept.lines.length > limit,
  counts: kept.counts,
  lines: kept.lines.slice(0, limit).map((line, place) => showLine(line, place, describe)),
  items: itemCounts(kept, describe),
  watch: (kept.watch ?? []).slice(0, mostProposed).map((entity) => ({ entity, label: labelOf(entity), isWatched: isWatched(entity) })),
});

const noChanges: Readonly<Record<LineChange, number>> = { new: 0, changed: 0, gone: 0, same: 0 };

/** What differs, item by item, in the order of the lines; none where the step ran once. */
function itemCounts({ fields, lines }: KeptSection, describe: Describe): ShownSection["items"] {
  if (fields[0]?.name !== itemField) return [];
  const items = new Map<string, { readonly cell: LineCell; readonly counts: Record<LineChange, number> }>();
  for (const { change, cells } of lines) {
    const cell = cells[0]!;
    const key = JSON.stringify([cell.value, cell.refs]);
    const one = items.get(key) ?? { cell, counts: { ...noChanges } };
    one.counts[change] += 1;
    items.set(key, one);
  }
  return [...items.values()].map(({ cell, counts }) => ({ item: showCell(cell, undefined, describe), counts }));
}

const showStep = ({ items = null, ...step }: KeptStep, describe: Describe): PackRunAnswer["steps"][number] => ({
  ...step,
  all: step.all ?? null,
  items: items?.map(({ cell, state, refusal, lines }) => ({ item: showCell(cell, undefined, describe), state, refusal, lines })) ?? null,
});

export function showRunItem(db: ReadableDb, row: PackRunRow): PackRunItem {
  const { revision, lines, differences } = JSON.parse(row.summary) as KeptSummary;
  const { id: run, at, by, hash } = row;
  return { run, at: isoTime(at), by, hash, revision, lines, differences, isStale: row.dataVersion !== readDataVersion(db) };
}

/** `run` null: the last. */
export function requireRun(db: ReadableDb, pack: string, run: number | null): PackRunRow {
  const row = readPackRun(db, pack, run);
  if (!row) throw new CaseweaveError("not-found", { what: run === null ? `${pack}: 0` : `${pack} ${run}` });
  return row;
}

/** What is watched now, as references. */
const watchedRefs = (db: ReadableDb, now: number): ReadonlySet<string> =>
  new Set(
    listWatchRows(db)
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
      .flatMap(({ subject }) =>
        subject.kind === "entity" ? [subject.entity] : subject.kind === "series" ? [`series:${subject.series}`] : [],
      ),
  );

export function showRun({ db, clock }: Pick<ReadContext, "db" | "clock">, row: PackRunRow, limit: number): PackRunAnswer {
  const { title, seconds, set, against, steps } = JSON.parse(row.summary) as KeptSummary;
  const sections = JSON.parse(readRunLists(db, row.id)!.lists) as KeptSection[];
  const labelOf = namesIn(db);
  const describe = byNumber(labelOf);
  const watched = watchedRefs(db, clock());
  const showing: Showing = { limit, describe, labelOf, isWatched: (ref) => watched.has(ref) };
  return {
    ...showRunItem(db, row),
    pack: row.pack,
    title,
    seconds,
    set,
    against,
    steps: steps.map((step) => showStep(step, describe)),
    sections: sections.map((section) => showSection(section, showing)),
  };
}

const mostEvents = 50;
const mostRows = 200;

type Rows = readonly Citation[];

function citeEntity(db: ReadableDb, ref: string): Rows {
  const { kind, key } = parseEntityRef(ref);
  const entity = readEntity(db, kind, key);
  if (!entity) return [];
  const events = listEventsOf(db, entity.id, mostEvents).map(({ sourceId, row, source, sheet }) => ({ sourceId, row, source, sheet }));
  return [...listTellingRows(db, entity.id, mostEvents), ...events];
}

function citeFact(db: ReadableDb, fact: LineFact): Rows {
  if (fact.kind === "transfer") return listTransferRows(db, fact.transfer);
  if (fact.kind === "row") return [citeRow(db, fact.sourceId, fact.row) ?? []].flat();
  if (fact.kind === "entity") return citeEntity(db, fact.entity);
  const [from, until] = [parseIsoTime(fact.from), parseIsoTime(fact.until)];
  if (from === null || until === null) return [];
  return listSightings(db, fact.entities, from.at, until.at).flatMap(({ sources }) => sources);
}

/** Each row once, in the order of the facts. Numbers of transfers hold only as long as no fact moved. */
export function listLineRows(db: ReadableDb, run: number, section: string, place: number) {
  const kept = readRunLists(db, run);
  const lists = kept ? (JSON.parse(kept.lists) as KeptSection[]) : [];
  const line = lists.find((one) => one.section === section)?.lines[place];
  if (!kept || !line) throw new CaseweaveError("not-found", { what: `${run} ${section} ${place}` });
  if (kept.dataVersion !== readDataVersion(db)) return { rows: [], all: 0, isStale: true };
  const rows = new Map(line.facts.flatMap((fact) => citeFact(db, fact)).map((row) => [`${row.sourceId}|${row.row}`, row]));
  return { rows: [...rows.values()].slice(0, mostRows), all: rows.size, isStale: false };
}
