// Values of a pack's parameters: what was set, else the default, each within what it allows.
import { CaseweaveError } from "../../errors.ts";
import type { PackParameter, ParameterValue } from "./pack.ts";

const day = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (value: string): boolean => day.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));

/** What a parameter allows, as its error says it; null where the value is right. */
function problemOf(parameter: PackParameter, value: ParameterValue): { readonly reasonKey: string; readonly allowed: string } | null {
  switch (parameter.kind) {
    case "number": {
      const isRight = typeof value === "number" && value >= parameter.min && value <= parameter.max;
      return isRight ? null : { reasonKey: "pack.reason.range", allowed: `${parameter.min} – ${parameter.max}` };
    }
    case "choice":
      return parameter.of.includes(String(value)) ? null : { reasonKey: "pack.reason.choice", allowed: parameter.of.join(", ") };
    case "day":
      return value === null || (typeof value === "string" && isDay(value)) ? null : { reasonKey: "pack.reason.day", allowed: "2026-11-01" };
    case "text":
      return typeof value === "string" ? null : { reasonKey: "pack.reason.text", allowed: "" };
    case "entities":
      return Array.isArray(value) && value.every((one) => /^[a-z-]+:./.test(String(one)))
        ? null
        : { reasonKey: "pack.reason.entities", allowed: "series:S-1" };
  }
}

/** The value of every parameter: what was set, else its default. Throws `pack-parameter-wrong`. */
export function parameterValues(
  parameters: readonly PackParameter[],
  set: Readonly<Record<string, ParameterValue>>,
): Record<string, ParameterValue> {
  const unknown = Object.keys(set).find((name) => !parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined)
    throw new CaseweaveError("pack-parameter-wrong", {
      parameter: unknown,
      value: "",
      reasonKey: "pack.reason.unknown",
      allowed: parameters.map(({ name }) => name).join(", "),
    });
  return Object.fromEntries(
    parameters.map((parameter) => {
      const value = Object.hasOwn(set, parameter.name) ? set[parameter.name]! : parameter.default;
      const problem = problemOf(parameter, value);
      if (problem) throw new CaseweaveError("pack-parameter-wrong", { parameter: parameter.name, value: String(value), ...problem });
      return [parameter.name, value];
    }),
  );
}
