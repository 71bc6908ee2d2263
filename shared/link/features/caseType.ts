// Whether both cases are of the same type.
import { makeLevelFeature } from "./levelFeature.ts";

export const caseType = makeLevelFeature({
  id: "caseType",
  family: "manner",
  basis: "modus",
  attributes: [["case.type"]],
  source: "agreement (Fellegi–Sunter)",
  contexts: 1,
  levelNames: ["different", "same"],
  defaultBits: [-3, 1.5],
  isMonotone: true,
  levelOf({ tables: { table } }, a, b) {
    if (table.type[a]! < 0 || table.type[b]! < 0) return -1;
    return table.type[a] === table.type[b] ? 1 : 0;
  },
  detail: ({ tables: { table } }, a, b) => ({ a: table.records[a]!.type ?? "", b: table.records[b]!.type ?? "" }),
});
