// The rows that state what a bar speaks of: the identifiers it found, or the attributes that it compared. The same for any order of import.
import { byCitation, type Citation } from "../model/source.ts";
import type { CaseRecord } from "./caseData.ts";
import type { AnyFeature, Reading } from "./features/feature.ts";
import { kindGroupOf } from "./kindGroups.ts";

const mostCitations = 12;

const citationKey = ({ sourceId, row }: Citation) => `${sourceId} ${row}`;

/** Each row once, by name of the source, sheet and row: the order of import must not show. */
function distinctRows(rows: readonly Citation[]): readonly Citation[] {
  const plain = rows.map(({ sourceId, source, sheet, row }): Citation => ({ sourceId, source, sheet, row }));
  return [...new Map(plain.map((row) => [citationKey(row), row])).values()].sort(byCitation).slice(0, mostCitations);
}

/** Rows that state one of the entities of this case, or the identifier from which a step leads to it. */
function entityRows({ identifiers, near }: CaseRecord, entities: readonly string[]): Citation[] {
  const steps = near.filter(({ entity }) => entities.includes(entity));
  const stated = new Set([...entities, ...steps.map(({ via }) => via)]);
  return [
    ...identifiers.filter(({ entity }) => stated.has(entity)).flatMap(({ citations }) => citations),
    ...steps.flatMap(({ citations }) => citations),
  ];
}

/** Both cases have some of a kind and share none: the rows that state them. */
function groupRows({ identifiers }: CaseRecord, group: number): Citation[] {
  const held = identifiers.filter(({ kind, subtype, role }) => role === "offender" && kindGroupOf(kind, subtype) === group);
  return held.flatMap(({ citations }) => citations);
}

/** Of names that stand for one another (time of the deed, of the report …) the first that is stated, as the case was read. */
function attributeRows({ rows }: CaseRecord, attributes: readonly (readonly string[])[]): Citation[] {
  return attributes.flatMap((names) => {
    const name = names.find((one) => rows.some(({ states }) => states.includes(one)));
    return name === undefined ? [] : rows.filter(({ states }) => states.includes(name));
  });
}

function rowsIn(record: CaseRecord, feature: AnyFeature, { entities }: Reading): Citation[] {
  if (entities.length > 0) return entityRows(record, entities);
  return feature.learning === "shared" ? groupRows(record, feature.group) : attributeRows(record, feature.attributes ?? []);
}

/** The rows of both cases that a reading rests on; where nothing states it by itself, the rows of the cases. */
export function citeReading(one: CaseRecord, other: CaseRecord, feature: AnyFeature, reading: Reading): readonly Citation[] {
  if (reading.level === "missing") return [];
  const rows = distinctRows([...rowsIn(one, feature, reading), ...rowsIn(other, feature, reading)]);
  return rows.length > 0 ? rows : distinctRows([...one.rows, ...other.rows]);
}
