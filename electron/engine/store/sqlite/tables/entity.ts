// Entities by key: looked up or created while a source loads, with a cache of the ids seen.
import type { EntityFact, FactBatch, SentBatch } from "../../../../../shared/import/facts.ts";
import { entityKinds } from "../../../../../shared/model/entity.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { RowInserter } from "../rowInserter.ts";
import { sql, sqlJsonList } from "../sql.ts";

export interface EntityRecord {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
}

export const ready = sql`NOT IN (SELECT id FROM source WHERE state = 'loading')`;

/** Rows of a source that was taken out and is not cleared away yet are nobody's, also where those of a loading source count. */
export const notRemoved = "NOT IN (SELECT id FROM source WHERE removed_at IS NOT NULL)";

export const readEntity = (db: ReadableDb, kind: string, key: string) =>
  db.get<EntityRecord>(sql`SELECT id, kind, key, label FROM entity WHERE kind = ${kind} AND key = ${key} AND source_id ${ready}`);

/** Whether the source was the first to tell of a case. */
export const isToldBy = (db: ReadableDb, number: string, sourceId: number): boolean =>
  db.get(sql`SELECT 1 FROM entity WHERE kind = 'case' AND key = ${number} AND source_id = ${sourceId}`) !== undefined;

/** Whatever has this key, of any kind. */
export const listEntitiesByKey = (db: ReadableDb, key: string) =>
  db.all<EntityRecord>(
    sql`SELECT id, kind, key, label FROM entity WHERE kind IN ${sqlJsonList(entityKinds)} AND key = ${key} AND source_id ${ready} ORDER BY kind`,
  );

export const readEntityById = (db: ReadableDb, id: number) =>
  db.get<EntityRecord>(sql`SELECT id, kind, key, label FROM entity WHERE id = ${id}`);

interface KnownEntity {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

const maxCached = 400_000;

/** Rows of entities that a batch creates, and of the source that tells of them. */
class NewEntities {
  readonly entities: RowInserter;
  readonly tellings: RowInserter;

  constructor(db: WritableDb) {
    this.entities = new RowInserter(db, "entity (id, kind, key, label, source_id, row)", 6);
    this.tellings = new RowInserter(db, "entity_source (entity_id, source_id, row, label)", 4);
  }

  flush(): void {
    this.entities.flush();
    this.tellings.flush();
  }
}

/** Turns the entities of a batch into ids. One a source; `created` counts what the source added. */
export class EntityWriter {
  created = 0;
  readonly touched = new Set<number>();
  /** Names for entities that stood before: given to those without one when the source becomes ready, so that a killed import changes none. */
  readonly labels = new Map<number, string>();
  private readonly ids = new Map<string, Map<string, number>>();
  private cached = 0;
  /** By the number that the source gives its entities. */
  private readonly idOfNumber: number[] = [];
  /** False while every entity of the workspace is in the cache: then a key that is not there is new. */
  private mayStandElsewhere: boolean | null = null;
  private nextId = 0;
  /** Entities that this source has not named so far. */
  private readonly nameless = new Set<number>();
  private readonly sourceId: number;
  /** In the keys of entities without one. */
  private readonly keyId: number;
  /** Entities with an id from here on were created by this source. */
  firstNewId = Number.MAX_SAFE_INTEGER;

  constructor(sourceId: number, keyId = sourceId) {
    this.sourceId = sourceId;
    this.keyId = keyId;
  }

  /** Ids of the entities that the facts of a batch name by their place. */
  resolve(db: WritableDb, batch: Pick<FactBatch, "entities"> | SentBatch): readonly number[] {
    const ids = this.resolveAll(db, batch.entities);
    if (!("numbers" in batch)) return ids;
    for (const [place, { number }] of batch.entities.entries()) this.idOfNumber[number] = ids[place]!;
    return Array.from(batch.numbers, (number) => this.idOfNumber[number]!);
  }

  private resolveAll(db: WritableDb, facts: readonly EntityFact[]): number[] {
    if (this.cached > maxCached) this.forget();
    const lastId = db.get<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM entity`)!.id;
    this.nextId = lastId + 1;
    this.mayStandElsewhere ??= lastId > 0;
    const fresh = new NewEntities(db);
    const ids = facts.map((fact) => this.resolveOne(db, fact, fresh));
    fresh.flush();
    return ids;
  }

  private forget(): void {
    this.ids.clear();
    this.cached = 0;
    this.mayStandElsewhere = true;
  }

  private keysOf(kind: string): Map<string, number> {
    const keys = this.ids.get(kind) ?? new Map<string, number>();
    this.ids.set(kind, keys);
    return keys;
  }

  private resolveOne(db: WritableDb, fact: EntityFact, fresh: NewEntities): number {
    const key = fact.key.startsWith("#") ? `#${this.keyId}-${fact.key.slice(1)}` : fact.key;
    const name = fact.label === fact.key ? "" : fact.label;
    const keys = this.keysOf(fact.kind);
    const cached = keys.get(key);
    if (cached !== undefined) {
      if (name !== "" && this.nameless.has(cached)) this.nameLater(db, cached, name, fresh);
      return cached;
    }
    const known = this.mayStandElsewhere
      ? db.prepare("SELECT id, key, label FROM entity WHERE kind = ? AND key = ?").get<KnownEntity>(fact.kind, key)
      : undefined;
    const id = known ? known.id : this.create(fact, key, name, fresh);
    keys.set(key, id);
    this.cached += 1;
    if (known) this.tellKnown(db, known, name, fact.row, fresh);
    else {
      fresh.tellings.add(id, this.sourceId, fact.row, name);
      if (name === "") this.nameless.add(id);
    }
    return id;
  }

  /** An entity that stood before this source, or that fell out of the cache. */
  private tellKnown(db: WritableDb, known: KnownEntity, name: string, row: number, fresh: NewEntities): void {
    const { changes } = db
      .prepare("INSERT INTO entity_source (entity_id, source_id, row, label) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
      .run(known.id, this.sourceId, row, name);
    if (changes > 0 && name === "") this.nameless.add(known.id);
    else if (changes === 0 && name !== "" && this.nameless.has(known.id)) this.nameLater(db, known.id, name, fresh);
    else if (changes > 0) this.improve(known, name);
  }

  /** The source named the entity only after it had met it without a name. */
  private nameLater(db: WritableDb, id: number, name: string, fresh: NewEntities): void {
    fresh.flush();
    this.nameless.delete(id);
    db.prepare("UPDATE entity_source SET label = ? WHERE entity_id = ? AND source_id = ?").run(name, id, this.sourceId);
    const known = db.prepare("SELECT id, key, label FROM entity WHERE id = ?").get<KnownEntity>(id)!;
    if (id < this.firstNewId) this.improve(known, name);
    else if (known.label === known.key) db.prepare("UPDATE entity SET label = ? WHERE id = ?").run(name, id);
  }

  /** A name is better than a bare number: a later source may give one. */
  private improve(known: KnownEntity, name: string): void {
    if (name === "" || known.label !== known.key || this.labels.has(known.id)) return;
    this.labels.set(known.id, name);
    this.touched.add(known.id);
  }

  private create(fact: EntityFact, key: string, name: string, fresh: NewEntities): number {
    const id = this.nextId++;
    fresh.entities.add(id, fact.kind, key, name === "" ? key : name, this.sourceId, fact.row);
    this.created += 1;
    if (id < this.firstNewId) this.firstNewId = id;
    this.touched.add(id);
    return id;
  }

  writeLabels(db: WritableDb): void {
    for (const [id, label] of this.labels) db.prepare("UPDATE entity SET label = ? WHERE id = ? AND label = key").run(label, id);
  }
}
