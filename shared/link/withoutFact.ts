// What a pair would be worth without one family of features or one identifier: for stability, and for "and without that phone?".
import { evidenceBits } from "./damping.ts";
import { familyOfFeature, features } from "./features/index.ts";
import { neighbourBits } from "./neighbours.ts";
import { families } from "./pairScore.ts";
import type { PreparedLink } from "./prepared.ts";

const scratch = new Float64Array(features.length);

/** Total of two case indices by family, prior first; the neighbours' say stands with place and time. */
export function bitsByFamily(link: PreparedLink, a: number, b: number): { prior: number; byFamily: Float64Array } {
  const evidence = evidenceBits(link, a, b, scratch);
  const byFamily = new Float64Array(families.length);
  const shrink = link.neighbours?.shrink ?? 1;
  scratch.forEach((bits, f) => {
    byFamily[familyOfFeature[f]!]! += bits * shrink;
  });
  const { crowding, company } = neighbourBits(link, a, b, link.weights.priorBits + evidence);
  byFamily[families.indexOf("placeTime")]! += crowding + company;
  return { prior: link.neighbours?.priorBits ?? link.weights.priorBits, byFamily };
}

function setHub(link: PreparedLink, ref: string, isHub: (list: "identifiers" | "near", entity: number) => number): void {
  const direct = link.tables.identifiers.idOf.get(ref);
  const reached = link.tables.near.idOf.get(ref);
  if (direct !== undefined) link.hubs.identifiers[direct] = isHub("identifiers", direct);
  if (reached !== undefined) link.hubs.near[reached] = isHub("near", reached);
}

const copyHubs = (link: PreparedLink): PreparedLink => ({
  ...link,
  hubs: { ...link.hubs, identifiers: link.hubs.identifiers.slice(), near: link.hubs.near.slice() },
});

/** Does some work with one identifier switched off. */
export type Without = <T>(ref: string, work: (without: PreparedLink) => T) => T;

/** An identifier switched off weighs nothing, as a hub does. One copy of the hubs serves them all, one after another. */
export function makeWithout(link: PreparedLink): Without {
  const copy = copyHubs(link);
  return (ref, work) => {
    setHub(copy, ref, () => 1);
    const result = work(copy);
    setHub(copy, ref, (list, entity) => link.hubs[list][entity]!);
    return result;
  };
}

/** The same link with several identifiers switched off at once. */
export function withoutAll(link: PreparedLink, refs: readonly string[]): PreparedLink {
  const copy = copyHubs(link);
  for (const ref of refs) setHub(copy, ref, () => 1);
  return copy;
}
