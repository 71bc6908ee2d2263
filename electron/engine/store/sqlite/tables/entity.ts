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

export const readEntityById = (db: ReadableDb, id: number) => db.get<EntityRecord>(sql`SELECT id, kind, key, label FROM entity WHERE id = ${id}`);

const maxCached = 400_000;

/** Turns the entities of a batch into ids. One a source; `created` counts what the source added. */
export class EntityWriter {
  created = 0;
  readonly touched = new Set<number>();
  /** Better labels for entities that stood before: written when the source becomes ready, so that a killed import changes none. */
  readonly labels = new Map<number, string>();
  private readonly ids = new Map<string, number>();
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
    const cacheKey = `${fact.kind}:${key}`;
    const cached = this.ids.get(cacheKey);
    if (cached !== undefined) return cached;
    const known = db.prepare("SELECT id, label FROM entity WHERE kind = ? AND key = ?").get<{ id: number; label: string }>(fact.kind, key);
    const id = known ? this.meetAgain(known, key, fact) : this.create(db, fact, key);
    this.ids.set(cacheKey, id);
    db.prepare("INSERT INTO entity_source (entity_id, source_id, row) VALUES (?, ?, ?) ON CONFLICT DO NOTHING").run(id, this.sourceId, fact.row);
    return id;
  }

  /** A name is better than a bare number: a later source may give one. */
  private meetAgain(known: { id: number; label: string }, key: string, fact: EntityFact): number {
    const named = this.labels.get(known.id) ?? known.label;
    if (named === key && fact.label !== fact.key && fact.label !== "") {
      this.labels.set(known.id, fact.label);
      this.touched.add(known.id);
    }
    return known.id;
  }

  private create(db: WritableDb, fact: EntityFact, key: string): number {
    const label = fact.label === "" || fact.label === fact.key ? key : fact.label;
    const { lastId } = db.prepare("INSERT INTO entity (kind, key, label, source_id, row) VALUES (?, ?, ?, ?, ?)").run(fact.kind, key, label, this.sourceId, fact.row);
    this.created += 1;
    if (lastId < this.firstNewId) this.firstNewId = lastId;
    this.touched.add(lastId);
    return lastId;
  }

  writeLabels(db: WritableDb): void {
    for (const [id, label] of this.labels) db.prepare("UPDATE entity SET label = ? WHERE id = ?").run(label, id);
  }
}
