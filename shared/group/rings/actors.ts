// Who acts: a person with the accounts in his name and his own number is one; a number or account without a known person acts by itself.
// A number that a case names belongs to who uses it, not to whom it is registered: sold numbers are the rule (两卡).
import { UnionFind } from "../../graph/unionFind.ts";
import type { RingData, Tie } from "./ringData.ts";

export interface Actors {
  /** The node that stands for each node's actor: itself for things. */
  readonly of: Int32Array;
  readonly nodes: ReadonlyMap<number, readonly number[]>;
  /** Numbers that cases name on the offender's side. */
  readonly isLine: Uint8Array;
  /** Handsets that such numbers were used in. */
  readonly isWorkHandset: Uint8Array;
  /** Person → line that is registered to him and that nothing shows him using. */
  readonly soldLines: readonly Tie[];
}

/** Persons of a thing: those with an identity number before those known by name only; undecided when two remain. */
function ownerOf(data: RingData, persons: ReadonlySet<number>): number | null {
  const keyed = [...persons].filter((person) => !data.refs[person]!.startsWith("person:#"));
  const best = keyed.length > 0 ? keyed : [...persons];
  return best.length === 1 ? best[0]! : null;
}

function personsOf(ties: readonly Tie[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const { from, to } of ties) {
    const known = found.get(to);
    if (known) known.add(from);
    else found.set(to, new Set([from]));
  }
  return found;
}

function markLines(data: RingData): Pick<Actors, "isLine" | "isWorkHandset"> {
  const isLine = new Uint8Array(data.refs.length);
  const isWorkHandset = new Uint8Array(data.refs.length);
  for (const { entity } of data.involved) if (data.kinds[entity] === "phone" && data.isPublic[entity] === 0) isLine[entity] = 1;
  for (const { from, to } of data.handsets) if (isLine[from] === 1) isWorkHandset[to] = 1;
  return { isLine, isWorkHandset };
}

export function findActors(data: RingData): Actors {
  const { isLine, isWorkHandset } = markLines(data);
  const joined = new UnionFind();
  const used = personsOf(data.uses);
  for (const [thing, persons] of used) {
    const owner = ownerOf(data, persons);
    if (owner !== null) joined.join(owner, thing);
  }
  for (const [thing, persons] of personsOf(data.owns)) {
    if (data.kinds[thing] === "vehicle" || isLine[thing] === 1) continue;
    const owner = ownerOf(data, persons);
    if (owner !== null && !used.has(thing)) joined.join(owner, thing);
  }
  const of = Int32Array.from(data.refs, (_, v) => joined.find(v));
  const nodes = new Map<number, number[]>();
  of.forEach((actor, v) => {
    const known = nodes.get(actor);
    if (known) known.push(v);
    else nodes.set(actor, [v]);
  });
  const soldLines = data.owns.filter(({ from, to }) => isLine[to] === 1 && of[from] !== of[to]);
  return { of, nodes, isLine, isWorkHandset, soldLines };
}
