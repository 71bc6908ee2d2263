// A watched person stays, or a watched device is seen, near the scene of a case of a series.
import type { RuleDeclaration } from "./rule.ts";

export const nearScene = {
  numbers: [{ name: "metres", unit: "metres", usual: 500, least: 10, most: 20_000 }],
} as const satisfies RuleDeclaration;
