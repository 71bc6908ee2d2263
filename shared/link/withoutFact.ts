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

/** The same link with some identifiers switched off: they weigh nothing, as a hub does. */
export function withoutEntities(link: PreparedLink, refs: readonly string[]): PreparedLink {
  const identifiers = link.hubs.identifiers.slice();
  const near = link.hubs.near.slice();
  for (const ref of refs) {
    const direct = link.tables.identifiers.idOf.get(ref);
    const reached = link.tables.near.idOf.get(ref);
    if (direct !== undefined) identifiers[direct] = 1;
    if (reached !== undefined) near[reached] = 1;
  }
  return { ...link, hubs: { ...link.hubs, identifiers, near } };
}
