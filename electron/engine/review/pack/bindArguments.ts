// Arguments of a step with their values put in: constants as they stand, bindings by their path.
import { isBinding } from "../../../../shared/review/pack/checkPack.ts";
import type {
  PackArgument,
  PackBinding,
  PackCondition,
  PackFigure,
  PackSectionSpec,
  ParameterValue,
} from "../../../../shared/review/pack/pack.ts";
import { type ReadyCondition, stands } from "../../../../shared/review/pack/packLines.ts";
import { parsePath, readPath } from "../../../../shared/review/pack/path.ts";

/** What paths lead into: parameters, the answers of the steps that ran, the lines of their sections. */
export interface Scope {
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly steps: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, unknown>>;
  /** The line that the step runs for. */
  readonly item?: unknown;
}

export interface BoundArguments {
  readonly values: Readonly<Record<string, unknown>>;
  /** A list that was bound holds nothing: there is nothing to begin with. */
  readonly isEmpty: boolean;
}

function valueAt(text: string, scope: Scope): unknown {
  const path = parsePath(text)!;
  if (path.root === "item") return readPath(scope.item, path);
  const named = scope[path.root] as Readonly<Record<string, unknown>>;
  return readPath(Object.hasOwn(named, path.name) ? named[path.name] : undefined, path);
}

export const numberAt = (value: number | { readonly from: string } | null | undefined, scope: Scope): number | null => {
  if (value === null || value === undefined || typeof value === "number") return value ?? null;
  return Number(valueAt(value.from, scope));
};

function bindOne({ from, prefix = "", top, asList }: PackBinding, scope: Scope): unknown {
  const found = valueAt(from, scope);
  const value = asList && !Array.isArray(found) ? [found].filter((one) => one !== undefined && one !== null) : found;
  if (!Array.isArray(value)) return prefix === "" || value === null || value === undefined ? value : `${prefix}${String(value)}`;
  const cut = value.slice(0, numberAt(top, scope) ?? value.length);
  return prefix === "" ? cut : cut.map((one) => `${prefix}${String(one)}`);
}

export function bindArguments(given: Readonly<Record<string, PackArgument>>, scope: Scope): BoundArguments {
  const values: Record<string, unknown> = {};
  let isEmpty = false;
  for (const [name, value] of Object.entries(given)) {
    const bound = isBinding(value) ? bindOne(value, scope) : value;
    if (isBinding(value) && Array.isArray(bound) && bound.length === 0) isEmpty = true;
    if (bound !== undefined) values[name] = bound;
  }
  return { values, isEmpty };
}

export const bindTop = ({ top }: PackSectionSpec, scope: Scope): number | null => numberAt(top, scope);

export const bindConditions = (where: readonly PackCondition[], scope: Scope): ReadyCondition[] =>
  where.map(({ field, is, value }) => ({
    field,
    is,
    value: plainAt(value, scope),
  }));

const plainAt = (value: PackCondition["value"], scope: Scope): ReadyCondition["value"] =>
  (isBinding(value) ? (valueAt(value.from, scope) ?? null) : value) as ReadyCondition["value"];

/** A figure that is not there stands nowhere. */
export const figuresHold = (when: readonly PackFigure[], scope: Scope): boolean =>
  when.every(({ of, is, value }) => stands(valueAt(of, scope), is, plainAt(value, scope)));
