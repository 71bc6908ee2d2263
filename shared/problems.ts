// What is wrong with parameters, as codes and facts that cross a process; `reasons.ts` makes the sentences.
import type { z } from "zod";

/** `problem` picks the sentence `reason.problem.<problem>`. */
export interface Problem {
  /** `between.0.a`; empty for the whole. */
  readonly field: string;
  readonly problem: "missing" | "type" | "choice" | "text-long" | "text-short" | "large" | "small" | "unknown" | "form";
  /** A type, the words to choose from, a limit, a pattern by example. */
  readonly expected?: string;
}

const mostTold = 5;

type Issue = z.core.$ZodIssue;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

const isText = (origin: string) => origin === "string";

/** Forms by example. */
const examples: Readonly<Record<string, string>> = { date: "2026-05-01", datetime: "2026-05-01T08:00:00" };

function describe(issue: Issue, given: unknown): Problem {
  const field = issue.path.map(String).join(".");
  if (issue.code.startsWith("invalid_") && valueAt(given, issue.path) === undefined) return { field, problem: "missing" };
  switch (issue.code) {
    case "invalid_type":
      return { field, problem: "type", expected: issue.expected };
    case "invalid_value":
      return { field, problem: "choice", expected: issue.values.map(String).join(", ") };
    case "too_big":
      return { field, problem: isText(issue.origin) ? "text-long" : "large", expected: String(issue.maximum) };
    case "too_small":
      return { field, problem: isText(issue.origin) ? "text-short" : "small", expected: String(issue.minimum) };
    case "unrecognized_keys":
      return { field: [...(field ? [field] : []), issue.keys.join(", ")].join("."), problem: "unknown" };
    case "invalid_format":
      return { field, problem: "form", ...(examples[issue.format] !== undefined && { expected: examples[issue.format]! }) };
    default:
      return { field, problem: "form" };
  }
}

/** The first few problems that a schema found in what it was given. */
export const problemsOf = (issues: readonly Issue[], given: unknown): Problem[] =>
  issues.slice(0, mostTold).map((issue) => describe(issue, given));
