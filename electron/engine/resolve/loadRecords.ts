// Builds what resolving needs from the store: one record a row and entity; records of one entity that say the same are one.

import { identityNumber } from "../../../shared/import/kinds/identityNumber.ts";
import { isClean } from "../../../shared/import/kinds/kind.ts";
import type { ResolveRecord } from "../../../shared/resolve/personRecord.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { iterateBareRecords, iterateRecordValues, listMappedColumns } from "../store/sqlite/tables/identityRecord.ts";

/** A record with the first row that states it. */
export interface LoadedRecord extends ResolveRecord {
  readonly row: number;
}

interface Draft {
  readonly entityId: number;
  readonly key: string;
  readonly label: string;
  readonly sourceId: number;
  readonly row: number;
  readonly values: Record<string, string>;
}

export function loadRecords(db: ReadableDb, kind: string): LoadedRecord[] {
  const seen = new Set<string>();
  const records: LoadedRecord[] = [];
  for (const draft of readDrafts(db, kind)) {
    const record = finishRecord(draft, kind);
    const key = `${record.entity} ${JSON.stringify(Object.entries(record.values).sort())}`;
    if (seen.has(key)) continue;
    seen.add(key);
    records.push(record);
  }
  return records;
}

function* readDrafts(db: ReadableDb, kind: string): Generator<Draft> {
  const nameOf = fieldNamer(db, kind);
  let open: Draft | null = null;
  for (const { entityId, key, label, sourceId, row, name, value } of iterateRecordValues(db, kind)) {
    if (!open || open.entityId !== entityId || open.row !== row || open.sourceId !== sourceId) {
      if (open) yield open;
      open = { entityId, key, label, sourceId, row, values: {} };
    }
    open.values[nameOf(sourceId, name)] ??= value;
  }
  if (open) yield open;
  for (const bare of iterateBareRecords(db, kind)) yield { ...bare, values: {} };
}

/** A cell that its target did not understand (a day of month 13) is compared under that target all the same. */
function fieldNamer(db: ReadableDb, kind: string): (sourceId: number, name: string) => string {
  const targets = new Map<string, string>();
  for (const { sourceId, columns } of listMappedColumns(db)) {
    for (const [heading, target] of Object.entries(JSON.parse(columns ?? "{}") as Record<string, string | string[]>)) {
      const [first] = [target].flat();
      if (first?.startsWith(`${kind}.`)) targets.set(`${sourceId} ${heading}`, first.replace(/\.(date|time)$/, ""));
    }
  }
  return (sourceId, name) => targets.get(`${sourceId} ${name}`) ?? name;
}

function finishRecord({ entityId, key, label, sourceId, row, values }: Draft, kind: string): LoadedRecord {
  const name = `${kind}.name`;
  const hasName = values[name] !== undefined || values[`${kind}.surname`] !== undefined || values[`${kind}.givenName`] !== undefined;
  const known = hasName || label === key ? values : { ...values, [name]: label };
  const number = kind === "person" ? (validNumber(known["person.identityNumber"]) ?? validNumber(key)) : null;
  return { entity: entityId, source: sourceId, row, identityNumber: number, values: number ? withNumber(known, number) : known };
}

function validNumber(text: string | undefined): string | null {
  const cleaned = text === undefined ? null : identityNumber.clean(text);
  return cleaned && isClean(cleaned) ? cleaned.value : null;
}

/** The number also tells the day of birth. */
function withNumber(values: Readonly<Record<string, string>>, number: string): Readonly<Record<string, string>> {
  const birthDate = identityNumber.facts?.(number)["birthDate"];
  return { ...(birthDate ? { "person.birthDate": birthDate } : {}), "person.identityNumber": number, ...values };
}
