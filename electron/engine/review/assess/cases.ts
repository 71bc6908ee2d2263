// The cases in which the clue's entities stand, the newest facts first, each with the rows that say so.

import { byCitation, type Citation } from "../../../../shared/model/source.ts";
import type { ClueCase } from "../../../../shared/review/assess/calls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readCaseHeads } from "../../store/sqlite/tables/caseHead.ts";
import { type CaseLinkRow, iterateCaseLinks, iterateSceneLinks, listCaseRows } from "../../store/sqlite/tables/clueFacts.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { readSeriesOfCase } from "../../store/sqlite/tables/series.ts";
import { type Clue, idsOf } from "./clue.ts";
import type { Pace } from "./pace.ts";
import type { Probe } from "./part.ts";

const mostCases = 50;
const mostRows = 5;

interface Standing {
  readonly links: CaseLinkRow[];
}

function gather(db: ReadableDb, { entities, caseNumbers }: Clue, pace: Pace): Map<string, Standing> {
  const cases = new Map<string, Standing>(caseNumbers.map((number) => [number, { links: [] }]));
  let read = 0;
  for (const link of linksOf(db, entities)) {
    const known = cases.get(link.case);
    if (known) known.links.push(link);
    else cases.set(link.case, { links: [link] });
    if (++read % 500 === 0 && pace.isOver()) break;
  }
  return cases;
}

/** Who stands in cases, then where cases happened. */
function* linksOf(db: ReadableDb, entities: Clue["entities"]): Generator<CaseLinkRow> {
  yield* iterateCaseLinks(db, idsOf(entities));
  const places = idsOf(entities.filter(({ kind }) => kind === "place"));
  if (places.length > 0) yield* iterateSceneLinks(db, places);
}

const citationOf = ({ sourceId, row, source, sheet }: Citation): Citation => ({ sourceId, row, source, sheet });

/** A brief only mentions what a column says more of. */
const isBare = (role: string): boolean => role === "" || role === "mentioned";

/** Each entity once, with the role that says most. */
function throughOf({ entities }: Clue, links: readonly CaseLinkRow[]): ClueCase["through"] {
  const seen = new Map<string, ClueCase["through"][number]>();
  for (const { entity: id, role } of links) {
    const { entity, label } = entities.find(({ records }) => records.some((one) => one.id === id))!;
    const known = seen.get(entity);
    if (known === undefined || (isBare(known.role) && !isBare(role))) seen.set(entity, { entity, label, role });
  }
  return [...seen.values()];
}

/** Each row once. */
const distinctRows = (rows: readonly Citation[]): Citation[] =>
  [...new Map(rows.map((row) => [`${row.sourceId} ${row.row}`, citationOf(row)])).values()].slice(0, mostRows).sort(byCitation);

export const findCases: Probe<"cases"> = ({ context: { db }, clue, pace }) => {
  const all = gather(db, clue, pace);
  const numbers = [...all.keys()].slice(0, mostCases);
  const heads = readCaseHeads(db, numbers);
  const run = readLastGroupRun(db);
  const rows = Map.groupBy(listCaseRows(db, numbers), (row) => row.case);
  const items = numbers.map((number): ClueCase => {
    const head = heads.get(number);
    const { links } = all.get(number)!;
    const told = links.length > 0 ? links : (rows.get(number) ?? []);
    return {
      case: number,
      at: head?.at ?? null,
      atKind: head?.atKind ?? null,
      type: head?.type ?? null,
      place: head?.place ?? null,
      loss: head?.loss ?? null,
      otherLosses: head?.otherLosses ?? [],
      series: run ? readSeriesOfCase(db, run.id, number) : null,
      through: throughOf(clue, links),
      sources: distinctRows(told),
    };
  });
  return { items, count: all.size };
};
