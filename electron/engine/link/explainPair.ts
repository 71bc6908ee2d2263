// One pair in full: the stored score (or a fresh one), both cases side by side, the source rows, what was decided.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import type { EvidenceBar, LinkHub, LinkModel, PairScore } from "../../../shared/link/pairScore.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import type { Citation } from "../../../shared/model/source.ts";
import { isoTime } from "../../../shared/model/time.ts";
import { gatherStars } from "../../../shared/review/mask.ts";
import type { JobContext } from "../handler.ts";
import { columnNamesOf } from "../review/columnNames.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { isCase } from "../store/sqlite/tables/caseHead.ts";
import { listIdentifiersOfCase } from "../store/sqlite/tables/caseIdentifiers.ts";
import { readDecision } from "../store/sqlite/tables/decision.ts";
import type { EntityRecord } from "../store/sqlite/tables/entity.ts";
import { listRelationRows } from "../store/sqlite/tables/entityFacts.ts";
import { readLastLinkRun, readPairScore } from "../store/sqlite/tables/linkRun.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readAllNames } from "../store/sqlite/tables/sameNames.ts";
import { readSeriesOfCase } from "../store/sqlite/tables/series.ts";
import { readRawRows, readSource } from "../store/sqlite/tables/source.ts";
import { compareSides } from "./compareSides.ts";
import { scoreGivenPairs } from "./runLink.ts";

const maxSources = 40;
const maxRowText = 120;

export async function explainPairFully(context: JobContext, a: string, b: string): Promise<PairExplanation> {
  const [first, second] = a < b ? [a, b] : [b, a];
  for (const number of [first, second]) if (!isCase(context.db, number)) throw new CaseweaveError("case-unknown", { case: number });
  const run = readLastLinkRun(context.db);
  if (!run) throw new CaseweaveError("not-linked-yet");
  const stored = readPairScore(context.db, run.id, first, second) ?? (await scoreGivenPairs(context, [[first, second]], null))[0]!;
  const score = citeBars(context.db, stored);
  const model = JSON.parse(run.model) as LinkModel;
  const groupRun = readLastGroupRun(context.db);
  const seriesOf = (number: string) => (groupRun ? readSeriesOfCase(context.db, groupRun.id, number) : null);
  const decision = readDecision(context.db, "pair", first, second);
  return {
    score,
    threshold: 0,
    sides: compareSides(context.db, { a: first, b: second, score, hubs: JSON.parse(run.hubs) as LinkHub[] }),
    seriesA: seriesOf(first),
    seriesB: seriesOf(second),
    sources: listSources(context, [...score.evidence, ...score.counter]),
    decision: decision ? { verdict: decision.verdict, reason: decision.reason, by: decision.by, at: isoTime(decision.at) } : null,
    calibrated: model.calibrated,
    modelNote: { learnedFrom: model.learnedFrom, judgedPairs: model.judgedPairs },
  };
}

/** Bars of entities one step off carry the far entity only: the rows that lead there from each case, under whichever number, are looked up here. */
function citeBars(db: ReadableDb, score: PairScore): PairScore {
  const ends = [score.a, score.b].map((number) => {
    const refs = listIdentifiersOfCase(db, number).map((row) => entityRef(row.kind, row.key));
    return idsOf(readAllNames(db, [...new Set(refs)]).values());
  });
  const cite = (bar: EvidenceBar): EvidenceBar =>
    bar.level === "near" ? { ...bar, sources: [...citeSteps(db, ends, bar.entities), ...bar.sources] } : bar;
  return { ...score, evidence: score.evidence.map(cite), counter: score.counter.map(cite) };
}

const idsOf = (names: Iterable<readonly EntityRecord[]>): readonly number[] => [...new Set([...names].flat().map(({ id }) => id))];

const rowsAStep = 2;

function citeSteps(db: ReadableDb, ends: readonly (readonly number[])[], refs: readonly string[]): Citation[] {
  const far = [...readAllNames(db, refs).values()].map((names) => idsOf([names]));
  const relate = (id: number, to: number) => [...listRelationRows(db, id, to, 1), ...listRelationRows(db, to, id, 1)];
  const steps = ends.flatMap((ids) =>
    far.map((names) => ids.flatMap((id) => names.flatMap((to) => (id === to ? [] : relate(id, to)))).slice(0, rowsAStep)),
  );
  const rows = steps.flat().map((row) => [`${row.sourceId} ${row.row}`, row] as const);
  return [...new Map(rows).values()];
}

function listSources(context: JobContext, bars: readonly EvidenceBar[]): PairExplanation["sources"] {
  const seen = new Map<string, Citation>();
  for (const citation of bars.flatMap(({ sources }) => sources)) {
    const key = `${citation.sourceId} ${citation.row}`;
    if (!seen.has(key) && seen.size < maxSources) seen.set(key, citation);
  }
  return [...seen.values()].map((citation) => ({ ...citation, text: rowText(context, citation) }));
}

/** Masked before it is cut: a number without its end is no longer one by its shape. */
function rowText({ db, show }: JobContext, { sourceId, row }: Citation): string {
  const cells = readRawRows(db, sourceId, row, 1)[0]?.cells ?? [];
  const source = readSource(db, sourceId);
  const columns = source ? columnNamesOf(source) : [];
  const text = cells
    .map((cell, at) => gatherStars(show.cell(columns[at] ?? "", cell.trim())))
    .filter(Boolean)
    .join(" · ");
  return text.length > maxRowText ? `${text.slice(0, maxRowText)}…` : text;
}
