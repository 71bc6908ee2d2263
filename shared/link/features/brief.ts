// Similarity of the briefs after the station's template is stripped; pairs of one unit and of two units have weights of their own.
import { briefCosine } from "../prepare/briefIndex.ts";
import { levelByBounds, makeLevelFeature } from "./levelFeature.ts";

const bounds = [0.02, 0.06, 0.12, 0.2, 0.32, 0.5];
const levelNames = ["none", "trace", "slight", "some", "alike", "close", "same"];

export const brief = makeLevelFeature({
  id: "brief",
  family: "manner",
  basis: "modus",
  attributes: [["case.brief"]],
  source: "cosine of inverse document frequencies (Salton 1975) over character pairs, levels learned by unit context",
  contexts: 2,
  levelNames,
  defaultBits: [-1, -0.5, 0.3, 1.5, 3, 4.5, 6],
  isMonotone: true,
  levelOf({ tables: { briefs, table } }, a, b) {
    const cosine = briefCosine(briefs, a, b);
    if (cosine < 0) return -1;
    const isSameUnit = table.unit[a]! >= 0 && table.unit[a] === table.unit[b];
    return levelByBounds(cosine, bounds) + (isSameUnit ? levelNames.length : 0);
  },
  detail: ({ tables: { briefs, table } }, a, b) => ({
    similarity: Math.round(briefCosine(briefs, a, b) * 100) / 100,
    sameUnit: table.unit[a]! >= 0 && table.unit[a] === table.unit[b] ? 1 : 0,
  }),
});
