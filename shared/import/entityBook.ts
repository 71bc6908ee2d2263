// The entities that the rows of a sheet name, over all its batches: each with its number in the source and with what was said of it, so that
// a batch sends an entity only when there is something new to tell. Nine of ten names of a statement stood in an earlier batch.
import { ownText } from "./cells/ownText.ts";
import type { EntityFact, FactBatch, SentBatch } from "./facts.ts";

/** Entities remembered, and values of one: beyond it some is said again, which changes nothing but size. */
const maxRemembered = 300_000;
const maxOfOne = 40;

export interface BookedEntity extends EntityFact {
  label: string;
  readonly number: number;
  /** Not told yet, or named since it was told. */
  hasNews: boolean;
  /** The batch that named it last, and its place there. */
  batch: number;
  place: number;
  /** [name, value] pairs in one list: what rows have said of it over and over (a holder, a bank). */
  said: string[] | null;
}

export class EntityBook {
  private readonly byKind = new Map<string, Map<string, BookedEntity>>();
  private count = 0;
  private batches = 0;
  private readonly most: number;

  constructor(most = maxRemembered) {
    this.most = most;
  }

  /** Number of a new batch. A book that is too full begins anew, but never within a batch: numbers are given again. */
  openBatch(): number {
    if (this.count >= this.most) {
      this.byKind.clear();
      this.count = 0;
    }
    this.batches += 1;
    return this.batches;
  }

  find(kind: string, key: string, row: number): BookedEntity {
    let keys = this.byKind.get(kind);
    if (keys === undefined) {
      keys = new Map();
      this.byKind.set(kind, keys);
    }
    const known = keys.get(key);
    if (known !== undefined) return known;
    const own = ownText(key);
    const entity = { kind, key: own, label: own, row, number: this.count++, hasNews: true, batch: 0, place: 0, said: null };
    keys.set(own, entity);
    return entity;
  }
}

/** A label that says more than the key replaces a bare key. */
export function nameEntity(entity: BookedEntity, label: string): void {
  if (label === "" || entity.label !== entity.key || label === entity.key) return;
  entity.label = ownText(label);
  entity.hasNews = true;
}

export function isSaidAgain(entity: BookedEntity, name: string, value: string): boolean {
  entity.said ??= [];
  const { said } = entity;
  for (let i = 0; i < said.length; i += 2) if (said[i + 1] === value && said[i] === name) return true;
  if (said.length < maxOfOne) said.push(name, ownText(value));
  return false;
}

/** The batch as it is sent: of its entities only those with news. To be called once a batch, in the order of the batches. */
export function takeNews(batch: FactBatch & { readonly entities: readonly BookedEntity[] }): SentBatch {
  const news: SentBatch["entities"][number][] = [];
  for (const entity of batch.entities) {
    if (!entity.hasNews) continue;
    entity.hasNews = false;
    const { kind, key, label, row, number } = entity;
    news.push({ kind, key, label, row, number });
  }
  return { ...batch, entities: news, numbers: Int32Array.from(batch.entities, ({ number }) => number) };
}
