// How far apart the losses are: the absolute log ratio, in levels.
import { levelByBounds, makeLevelFeature } from "./levelFeature.ts";

const bounds = [0.1, 0.4, 1, 2];

export const amount = makeLevelFeature({
  id: "amount",
  family: "manner",
  basis: "modus",
  attributes: [["case.loss"]],
  source: "log ratio in levels (Fellegi–Sunter)",
  contexts: 1,
  levelNames: ["equal", "close", "near", "apart", "far"],
  defaultBits: [0.6, 0.4, 0.1, -0.2, -0.6],
  isMonotone: false,
  levelOf({ tables: { table } }, a, b) {
    const ratio = Math.abs(table.logLoss[a]! - table.logLoss[b]!);
    return Number.isNaN(ratio) ? -1 : levelByBounds(ratio, bounds);
  },
  detail: ({ tables: { table } }, a, b) => ({
    a: table.records[a]!.lossFen ?? 0,
    b: table.records[b]!.lossFen ?? 0,
    ratio: Math.round(Math.exp(Math.abs(table.logLoss[a]! - table.logLoss[b]!)) * 100) / 100,
  }),
});
