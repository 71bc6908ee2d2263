// The rules by name: a new rule is one file and one line here.
import { fanIn } from "./fanIn.ts";
import { fastOut } from "./fastOut.ts";
import { nearScene } from "./nearScene.ts";
import type { RuleDeclaration } from "./rule.ts";

export const watchRules = { "fan-in": fanIn, "fast-out": fastOut, "near-scene": nearScene } as const satisfies Record<
  string,
  RuleDeclaration
>;

export type RuleName = keyof typeof watchRules;
export const ruleNames = Object.keys(watchRules) as [RuleName, ...RuleName[]];
