// A text against all cases, in the child that has them prepared.

import { explainPair } from "../../../../shared/link/explainPair.ts";
import { compareWithAll, type Similar } from "../../../../shared/link/findSimilar.ts";
import type { PreparedLink } from "../../../../shared/link/prepared.ts";
import { caseIndex, strengthOf, totalBits } from "../../../../shared/link/scorePairs.ts";
import { withGuest } from "../../../../shared/link/withGuest.ts";
import type { ClueSimilar, SimilarSeriesOfClue } from "../../../../shared/review/assess/calls.ts";
import type { Task } from "../../jobs/task.ts";
import { guestNumber, guestOf } from "../../link/guestOf.ts";
import { prepareForNow, type StandingTaskInput } from "../../link/linkTask.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";

export interface GuestTaskInput extends StandingTaskInput {
  /** Null: the cases are only made ready. */
  readonly text: string | null;
  /** Identifiers beside those that a brief would tell: a bare number that was pasted. */
  readonly more: readonly { readonly kind: string; readonly key: string; readonly label: string }[];
  readonly top: number;
}

const none: Omit<ClueSimilar, "why"> = { cases: [], series: [], none: 1 };

/** The member that the clue fits best, among those that the average is over. */
function bestOf(link: PreparedLink, { cases }: Similar, members: readonly string[]): SimilarSeriesOfClue["best"] {
  const own = new Set(members);
  const listed = cases.find((one) => own.has(one.case));
  if (listed) return { case: listed.case, bits: listed.bits, evidence: listed.evidence, counter: listed.counter };
  const guest = caseIndex(link, guestNumber);
  const bits = members.map((number) => totalBits(link, caseIndex(link, number), guest));
  const best = members[bits.indexOf(Math.max(...bits))]!;
  const { bits: total, evidence, counter } = explainPair(link, best, guestNumber);
  return { case: best, bits: total, evidence, counter };
}

function seriesOf(
  link: PreparedLink,
  found: Similar,
  { series, cases, bits, posterior }: Similar["series"][number],
): SimilarSeriesOfClue[] {
  if (series === null) return [];
  return [{ series, bits, posterior, strength: strengthOf(bits), cases: cases.length, best: bestOf(link, found, cases) }];
}

export const guestTask: Task<GuestTaskInput, ClueSimilar> = async (input, context) => {
  const prepared = prepareForNow(input, context);
  if (input.text === null || prepared.tables.table.count === 0) return { ...none, why: "no-cases" };
  const connection = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  try {
    const more = input.more.map((one) => ({ ...one, subtype: "", role: "neutral" as const }));
    const guest = guestOf(prepared, connection, input.text, more);
    if (guest === null) return { ...none, why: "nothing-to-compare" };
    const link = withGuest(prepared, guest);
    const found = compareWithAll(link, guestNumber, { top: input.top });
    return {
      cases: found.cases.map((one) => ({ ...one, strength: strengthOf(one.bits) })),
      series: found.series.flatMap((one) => seriesOf(link, found, one)),
      none: found.none,
      why: null,
    };
  } finally {
    connection.close();
  }
};
