// One name for what stands under several numbers: a card and its account, records of one person. The same whichever of them was told first.
import { UnionFind } from "../../../shared/graph/unionFind.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { iterateJoinedNames, type JoinedName } from "../store/sqlite/tables/sameNames.ts";

/** What a case calls it, before what only an account sheet does; a number before a record without one. */
function comesFirst(one: JoinedName, other: JoinedName): boolean {
  if (one.isNamed !== other.isNamed) return one.isNamed > other.isNamed;
  const [isBare, isOtherBare] = [one.key.startsWith("#"), other.key.startsWith("#")];
  if (isBare !== isOtherBare) return isOtherBare;
  const [left, right] = isBare ? [`${one.label} ${one.key}`, `${other.label} ${other.key}`] : [one.key, other.key];
  return one.kind === other.kind ? left < right : one.kind < other.kind;
}

type Named = Pick<JoinedName, "id" | "kind" | "key" | "label">;

export class OneName {
  private readonly same = new UnionFind();
  private readonly joined = new Set<number>();
  private readonly shown = new Map<number, JoinedName>();
  /** Numbers of which no case speaks, of what some case names by another one. */
  private readonly others: number[] = [];

  join(a: number, b: number): void {
    this.same.join(a, b);
    this.joined.add(a).add(b);
  }

  /** To be called when all that is one was joined. */
  learn(db: ReadableDb): void {
    const silent: JoinedName[] = [];
    for (const name of iterateJoinedNames(db, [...this.joined])) {
      const root = this.same.find(name.id);
      const known = this.shown.get(root);
      if (known === undefined || comesFirst(name, known)) this.shown.set(root, name);
      if (name.isNamed === 0) silent.push(name);
    }
    for (const { id } of silent) if (this.shown.get(this.same.find(id))!.isNamed === 1) this.others.push(id);
  }

  /** Stands for all that are one with it, in this run. */
  rootOf(id: number): number {
    return this.same.find(id);
  }

  nameOf(own: Named): Named & { readonly ref: string } {
    const { id, kind, key, label } = this.shown.get(this.same.find(own.id)) ?? own;
    return { id, kind, key, label, ref: entityRef(kind, key) };
  }

  /** Where steps start as well: a bank tells under the account what a case calls by its card. */
  listOtherStarts(): readonly number[] {
    return this.others;
  }
}
