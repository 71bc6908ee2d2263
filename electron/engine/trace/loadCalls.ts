// Reads all calls into columns: numbers, towers and handsets as small numbers, and whose bill tells each row.
import { entityRef } from "../../../shared/model/entity.ts";
import { defaultUtcOffset } from "../../../shared/model/time.ts";
import type { CallRecords } from "../../../shared/trace/callRecords.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import * as rows from "../store/sqlite/tables/callRecords.ts";
import { type EntityRecord, readEntityById } from "../store/sqlite/tables/entity.ts";

export interface LoadedCalls {
  readonly records: CallRecords;
  /** Call id of each row. */
  readonly id: Float64Array;
  readonly phoneOf: (phone: number) => string;
  readonly recordOf: (phone: number) => EntityRecord;
  /** Has a bill of its own. */
  readonly isBilled: (phone: number) => boolean;
  readonly towerOf: (tower: number) => string;
  readonly handsetOf: (handset: number) => string;
  readonly findPhone: (entity: number) => number | undefined;
}

class Numbering {
  readonly places = new Map<number, number>();
  private readonly entities: number[] = [];

  use(entity: number | null): number {
    if (entity === null) return -1;
    const known = this.places.get(entity);
    if (known !== undefined) return known;
    this.places.set(entity, this.entities.length);
    return this.entities.push(entity) - 1;
  }

  entityOf(place: number): number {
    return this.entities[place]!;
  }

  recordOf(db: ReadableDb, place: number): EntityRecord {
    const id = this.entities[place]!;
    return readEntityById(db, id) ?? { id, kind: "thing", key: "", label: "" };
  }

  refOf(db: ReadableDb, place: number): string {
    const { kind, key } = this.recordOf(db, place);
    return entityRef(kind, key);
  }

  get size(): number {
    return this.entities.length;
  }
}

export function loadCalls(db: ReadableDb): LoadedCalls {
  const count = rows.countCalls(db);
  const billed = new Set(rows.listBilledNumbers(db));
  const [phones, towers, handsets] = [new Numbering(), new Numbering(), new Numbering()];
  const id = new Float64Array(count);
  const columns = {
    at: new Float64Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
    seconds: new Int32Array(count),
    owner: new Int32Array(count),
    tower: new Int32Array(count),
    handset: new Int32Array(count),
  };
  let i = 0;
  for (const row of rows.iterateCalls(db)) {
    id[i] = row.id;
    columns.at[i] = row.at;
    columns.from[i] = phones.use(row.from);
    columns.to[i] = phones.use(row.to);
    columns.seconds[i] = row.seconds ?? -1;
    columns.owner[i] = phones.use(rows.ownerOf(row, billed));
    columns.tower[i] = towers.use(row.place);
    columns.handset[i] = handsets.use(row.device);
    i += 1;
  }
  return {
    records: { count, phones: phones.size, utcOffset: rows.readCallOffset(db) ?? defaultUtcOffset, ...columns },
    id,
    phoneOf: (phone) => phones.refOf(db, phone),
    recordOf: (phone) => phones.recordOf(db, phone),
    isBilled: (phone) => billed.has(phones.entityOf(phone)),
    towerOf: (tower) => towers.refOf(db, tower),
    handsetOf: (handset) => handsets.refOf(db, handset),
    findPhone: (entity) => phones.places.get(entity),
  };
}
