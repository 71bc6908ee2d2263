// The registry of policies: which money leaves an account first. A new policy is one function and one line.
import type { Policy } from "./policy.ts";
import { cleanFirst, prorata, tracedFirst } from "./pot.ts";
import { fifo, lifo } from "./queue.ts";

export const policyNames = ["fifo", "lifo", "prorata", "traced-first", "clean-first"] as const;

export type PolicyName = (typeof policyNames)[number];

export const policies: Readonly<Record<PolicyName, Policy>> = {
  fifo,
  lifo,
  prorata,
  "traced-first": tracedFirst,
  "clean-first": cleanFirst,
};

/** Other names of a policy, as analysts call them. */
const otherNames: Readonly<Record<string, PolicyName>> = { poison: "traced-first" };

export const findPolicy = (name: string): PolicyName | null => policyNames.find((known) => known === name) ?? otherNames[name] ?? null;
