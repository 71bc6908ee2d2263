// Entities by key: looked up or created while a source loads, with a cache of the ids seen.
import type { EntityFact } from "../../../../../shared/import/facts.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface EntityRecord {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
}

export const ready = sql`NOT IN (SELECT id FROM source WHERE state = 'loading')`;

export const readEntity = (db: ReadableDb, kind: string, key: string) =>
  db.get<EntityRecord>(sql`SELECT id, kind, key, label FROM entity WHERE kind = ${kind} AND key = ${key} AND source_id ${ready}`);

export const readEntityById = (db: ReadableDb, id: number) =>
  db.get<EntityRecord>(sql`SELECT id, kind, key, label FROM entity WHERE id = ${id}`);

interface KnownEntity {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

const maxCached = 400_000;

/** Turns the entities of a batch into ids. One a source; `created` counts what the source added. */
export class EntityWriter {
  created = 0;
  readonly touched = new Set<number>();
  /** Names for entities that stood before: given to those without one when the source becomes ready, so that a killed import changes none. */
  readonly labels = new Map<number, string>();
  private readonly ids = new Map<string, number>();
  /** Entities that this source has not named so far. */
  private readonly nameless = new Set<number>();
  private readonly sourceId: number;
  /** Entities with an id from here on were created by this source. */
  firstNewId = Number.MAX_SAFE_INTEGER;

  constructor(sourceId: number) {
    this.sourceId = sourceId;
  }

  resolve(db: WritableDb, facts: readonly EntityFact[]): number[] {
    if (this.ids.size > maxCached) this.ids.clear();
    return facts.map((fact) => this.resolveOne(db, fact));
  }

  private resolveOne(db: WritableDb, fact: EntityFact): number {
    const key = fact.key.startsWith("#") ? `#${this.sourceId}-${fact.key.slice(1)}` : fact.key;
    const name = fact.label === fact.key ? "" : fact.label;
    const cacheKey = `${fact.kind}:${key}`;
    const cached = this.ids.get(cacheKey);
    if (cached !== undefined) {
      if (name !== "" && this.nameless.has(cached)) this.nameLater(db, cached, name);
      return cached;
    }
    const known = db.prepare("SELECT id, key, label FROM entity WHERE kind = ? AND key = ?").get<KnownEntity>(fact.kind, key);
    const id = known ? known.id : this.create(db, fact, key, name);
    this.ids.set(cacheKey, id);
    const { changes } = db
      .prepare("INSERT INTO entity_source (entity_id, source_id, row, label) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
      .run(id, this.sourceId, fact.row, name);
    if (changes > 0 && name === "") this.nameless.add(id);
    else if (changes === 0 && name !== "" && this.nameless.has(id)) this.nameLater(db, id, name);
    else if (known && changes > 0) this.improve(known, name);
    return id;
  }

  /** The source named the entity only after it had met it without a name. */
  private nameLater(db: WritableDb, id: number, name: string): void {
    this.nameless.delete(id);
    db.prepare("UPDATE entity_source SET label = ? WHERE entity_id = ? AND source_id = ?").run(name, id, this.sourceId);
    const known = db.prepare("SELECT id, key, label FROM entity WHERE id = ?").get<KnownEntity>(id)!;
    if (id < this.firstNewId) this.improve(known, name);
    else if (known.label === known.key) db.prepare("UPDATE entity SET label = ? WHERE id = ?").run(name, id);
  }

  /** A name is better than a bare number: a later source may give one. */
  private improve(known: KnownEntity, name: string): void {
    if (name === "" || this.labels.has(known.id)) return;
    this.labels.set(known.id, name);
    if (known.label === known.key) this.touched.add(known.id);
  }

  private create(db: WritableDb, fact: EntityFact, key: string, name: string): number {
    const label = name === "" ? key : name;
    const { lastId } = db
      .prepare("INSERT INTO entity (kind, key, label, source_id, row) VALUES (?, ?, ?, ?, ?)")
      .run(fact.kind, key, label, this.sourceId, fact.row);
    this.created += 1;
    if (lastId < this.firstNewId) this.firstNewId = lastId;
    this.touched.add(lastId);
    return lastId;
  }

  writeLabels(db: WritableDb): void {
    for (const [id, label] of this.labels) db.prepare("UPDATE entity SET label = ? WHERE id = ? AND label = key").run(label, id);
  }
}
