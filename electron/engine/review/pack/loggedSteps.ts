// Steps of the audit log that a pack can be made of: what was asked, with which arguments, by whom.
import { isoTime } from "../../../../shared/model/time.ts";
import { findStepKind, stepKinds } from "../../../../shared/review/pack/steps/index.ts";
import type { LoggedStep } from "../../../../shared/review/packCalls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type AuditRow, listActionsOf } from "../../store/sqlite/tables/audit.ts";
import { argumentNames } from "./checkArguments.ts";

/** The audit counts lists of more than 20 and cuts long texts: such arguments are not there whole (`summariseParams`). */
const isShortened = (value: unknown): boolean => {
  if (typeof value === "string") return value.endsWith("…");
  if (Array.isArray(value)) return value.some(isShortened);
  return typeof value === "object" && value !== null && ("items" in value || "fields" in value || Object.values(value).some(isShortened));
};

function readStep({ sequence, at, user, action, detail }: AuditRow): Omit<LoggedStep, "isRepeated"> {
  const known = argumentNames(action);
  const given = Object.entries(JSON.parse(detail) as Record<string, unknown>).filter(([name]) => known.has(name));
  return {
    entry: sequence,
    at: isoTime(at),
    by: user,
    call: action,
    arguments: Object.fromEntries(given),
    isLook: findStepKind(action)?.isLook ?? false,
    isShortened: given.some(([, value]) => isShortened(value)),
  };
}

const sameQuestion = (one: Pick<LoggedStep, "call" | "arguments">): string => JSON.stringify([one.call, one.arguments]);

/** Oldest first. Steps that a pack made itself are told too: they are steps like any other. */
export function listLoggedSteps(db: ReadableDb, limit: number): LoggedStep[] {
  const rows = listActionsOf(
    db,
    stepKinds.map(({ call }) => call),
    limit,
  );
  const seen = new Set<string>();
  const steps = rows.map(readStep).map((step): LoggedStep => {
    const question = sameQuestion(step);
    const isRepeated = seen.has(question);
    seen.add(question);
    return { ...step, isRepeated };
  });
  return steps.reverse();
}
