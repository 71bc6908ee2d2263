// Links of evidence: no fact states them, the last linkage scores them, a decision confirms them.
import type { ChartLink } from "../../../shared/chart/elements.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readDecision } from "../store/sqlite/tables/decision.ts";
import { readLastLinkRun, readPairScore } from "../store/sqlite/tables/linkRun.ts";

export const evidenceId = (a: string, b: string): string => `evidence|case:${a}|case:${b}`;

export function evidenceLink(db: ReadableDb, a: string, b: string, bits: number): ChartLink {
  return {
    id: evidenceId(a, b),
    from: `case:${a}`,
    to: `case:${b}`,
    kind: "evidence",
    directed: false,
    count: 1,
    sum: bits,
    firstAt: null,
    lastAt: null,
    confirmed: readDecision(db, "pair", a, b)?.verdict === "confirm",
  };
}

/** Of the ids that name a pair of cases those which the last linkage scored. */
export function readEvidenceLinks(db: ReadableDb, ids: readonly string[]): readonly ChartLink[] {
  const run = readLastLinkRun(db);
  if (!run) return [];
  return ids.flatMap((id) => {
    const [kind, a, b] = id.split("|");
    if (kind !== "evidence" || a === undefined || b === undefined) return [];
    const [first, second] = [a.slice("case:".length), b.slice("case:".length)];
    const score = readPairScore(db, run.id, first, second);
    return score === null ? [] : evidenceLink(db, first, second, score.bits);
  });
}
