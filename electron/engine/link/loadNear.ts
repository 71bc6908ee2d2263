// What lies one step from the identifiers of cases. Of a card and its account the one's steps are the other's, and so are the steps that end there: which of
// the two a bank prints, and which bank's telling is shown, says nothing.
import type { NearIdentifier } from "../../../shared/link/caseData.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import * as facts from "../store/sqlite/tables/caseFacts.ts";
import type { OneName } from "./oneName.ts";

/** A number called once or twice is anybody; three times is a contact. */
export const minCalls = 3;
export const maxNear = 60;

interface Step {
  readonly start: number;
  readonly near: NearIdentifier;
  readonly end: number;
  count: number;
  at: number | null;
}

const earlier = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b));

/** Steps between what is one with the start and what is one with the end, added up. */
function gatherSteps(db: ReadableDb, names: OneName, startName: ReadonlyMap<number, string>): Step[] {
  const steps = new Map<string, Step>();
  for (const edge of facts.iterateNearEdges(db, names.listOtherStarts())) {
    const [start, end] = [names.rootOf(edge.from), names.rootOf(edge.to)];
    if (start === end || publicReason(edge.otherKind, edge.key, edge.label)) continue;
    const id = `${start} ${end} ${edge.kind}`;
    const known = steps.get(id);
    if (known) {
      known.count += edge.count;
      known.at = earlier(known.at, edge.at);
      continue;
    }
    const { ref, kind, label } = names.nameOf({ id: edge.to, kind: edge.otherKind, key: edge.key, label: edge.label });
    const near = { via: startName.get(start) ?? "", entity: ref, kind, label, step: edge.kind, at: null, citations: [] };
    steps.set(id, { start, end, near, count: edge.count, at: edge.at });
  }
  return [...steps.values()].filter(({ near, count }) => near.step !== "call" || count >= minCalls);
}

/** What only one identifier leads to, and no case names, no two cases can meet at; beyond it, what few lead to tells more. */
function rankOf(starts: number, isNamed: boolean): number {
  return starts === 1 && !isNamed ? Number.MAX_SAFE_INTEGER : starts;
}

/** By what the step starts from. Of very many steps those are kept at which cases may meet. `named`: what stands in cases, with its name. */
export function loadNear(db: ReadableDb, names: OneName, named: ReadonlyMap<number, string>): Map<number, NearIdentifier[]> {
  const steps = gatherSteps(db, names, named);
  const starts = new Map<number, Set<number>>();
  for (const { start, end } of steps) starts.get(end)?.add(start) ?? starts.set(end, new Set([start]));
  const rank = ({ end }: Step) => rankOf(starts.get(end)!.size, named.has(end));
  const near = new Map<number, NearIdentifier[]>();
  for (const [start, own] of Map.groupBy(steps, (step) => step.start)) {
    const ordered = own.sort(
      (a, b) => rank(a) - rank(b) || (`${a.near.entity} ${a.near.step}` < `${b.near.entity} ${b.near.step}` ? -1 : 1),
    );
    near.set(
      start,
      ordered.slice(0, maxNear).map(({ near: one, at }) => ({ ...one, at })),
    );
  }
  return near;
}
