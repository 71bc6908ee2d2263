// Overlap of the sets of modus tags, rare tags counting more (weighted Jaccard), in levels.
import { tagOverlap } from "../prepare/modusIndex.ts";
import { levelByBounds, makeLevelFeature } from "./levelFeature.ts";

const bounds = [0, 0.15, 0.35, 0.6, 0.85];

export const modusTags = makeLevelFeature({
  id: "modusTags",
  family: "manner",
  basis: "modus",
  attributes: [["modus"]],
  source: "weighted Jaccard (Ioffe 2010), levels learned (Fellegi–Sunter)",
  contexts: 1,
  levelNames: ["none", "few", "some", "half", "most", "all"],
  defaultBits: [-1.5, -0.5, 0.5, 1.5, 2.5, 3.5],
  isMonotone: true,
  levelOf({ tables: { modus } }, a, b) {
    const overlap = tagOverlap(modus, a, b);
    return overlap < 0 ? -1 : levelByBounds(overlap, bounds);
  },
  detail({ tables: { modus } }, a, b) {
    const common: string[] = [];
    tagOverlap(modus, a, b, (tag) => common.push(modus.tagNames[tag]!));
    const countOf = (i: number) => modus.tagStarts[i + 1]! - modus.tagStarts[i]!;
    return { same: common.length, of: countOf(a) + countOf(b) - common.length, values: common.join("、") };
  },
});
