// Agreement in categorical modus fields: the surprise −ln p of the common value, 0 where they differ.
import type { ModusIndex } from "../prepare/modusIndex.ts";
import type { Term } from "./feature.ts";
import { makeTermFeature } from "./termFeature.ts";

/** The most telling field counts for a half, every further one for a tenth: they repeat each other. */
const leadWeight = 0.5;
const nextWeight = 0.1;

function makeTerm(modus: ModusIndex, index: number): Term {
  const { values, surprise, name } = modus.categories[index]!;
  const weight = index === 0 ? leadWeight : nextWeight;
  return {
    key: `modus:${name}`,
    defaultWeight: weight,
    remoteWeight: weight,
    x(_scene, a, b) {
      if (values[a]! < 0 || values[b]! < 0) return Number.NaN;
      return values[a] === values[b] ? surprise[values[a]!]! : 0;
    },
  };
}

const known = new WeakMap<ModusIndex, readonly Term[]>();

function termsOf(modus: ModusIndex): readonly Term[] {
  const built = known.get(modus) ?? modus.categories.map((_, index) => makeTerm(modus, index));
  known.set(modus, built);
  return built;
}

export const modus = makeTermFeature({
  id: "modus",
  family: "manner",
  basis: "modus",
  attributes: [["modus"]],
  source: "agreement by term frequency (Winkler 1989), weights by own measurement (docs/evidence.md)",
  terms: ({ tables }) => termsOf(tables.modus),
  detail({ tables: { modus: index } }, a, b) {
    const both = index.categories.filter(({ values }) => values[a]! >= 0 && values[b]! >= 0);
    const same = both.filter(({ values }) => values[a] === values[b]);
    return { same: same.length, of: both.length, values: same.map(({ names, values }) => names[values[a]!]).join("、") };
  },
});
