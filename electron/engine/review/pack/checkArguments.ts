// Arguments of a pack's steps against the contract: no name that the call does not know; values that stand in the file itself must be right.
import type { z } from "zod";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { problemsOf } from "../../../../shared/problems.ts";
import { isBinding } from "../../../../shared/review/pack/checkPack.ts";
import type { Pack, PackStepSpec } from "../../../../shared/review/pack/pack.ts";
import { parameterValues } from "../../../../shared/review/pack/parameterValues.ts";
import type { AnyCall } from "../../../../shared/rpc/call.ts";
import { type CallName, contract } from "../../../../shared/rpc/contract.ts";
import { bindArguments } from "./bindArguments.ts";

const callOf = (name: string): AnyCall => contract[name as CallName];

export const argumentNames = (call: string): ReadonlySet<string> => new Set(Object.keys((callOf(call).params as z.ZodObject).shape));

/** Bound to answers that are not there yet: looked at when the step runs. */
const isOpen = ({ with: given }: PackStepSpec): boolean =>
  Object.values(given).some((value) => isBinding(value) && !value.from.startsWith("parameters."));

export function checkArguments({ steps, parameters }: Pack): void {
  const scope = { parameters: parameterValues(parameters, {}), steps: {}, sections: {} };
  for (const step of steps) {
    const known = argumentNames(step.call);
    const unknown = Object.keys(step.with).filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new CaseweaveError("pack-argument-wrong", {
        step: step.id,
        call: step.call,
        problems: [{ field: unknown.join(", "), problem: "unknown" }],
      });
    if (isOpen(step)) continue;
    const bound = bindArguments(step.with, scope);
    const parsed = callOf(step.call).params.safeParse(bound.values);
    // A list that a parameter leaves empty is filled in by whoever runs the pack.
    if (!parsed.success && !bound.isEmpty)
      throw new CaseweaveError("pack-argument-wrong", {
        step: step.id,
        call: step.call,
        problems: problemsOf(parsed.error.issues, bound.values),
      });
  }
}
