// A text against all cases, in the child that has them prepared.
import { compareWithAll } from "../../../../shared/link/findSimilar.ts";
import { strengthOf } from "../../../../shared/link/scorePairs.ts";
import { withGuest } from "../../../../shared/link/withGuest.ts";
import type { ClueSimilar } from "../../../../shared/review/assess/calls.ts";
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

export const guestTask: Task<GuestTaskInput, ClueSimilar> = async (input, context) => {
  const prepared = prepareForNow(input, context);
  if (input.text === null || prepared.tables.table.count === 0) return { ...none, why: "no-cases" };
  const connection = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  try {
    const more = input.more.map((one) => ({ ...one, subtype: "", role: "neutral" as const }));
    const guest = guestOf(prepared, connection, input.text, more);
    if (guest === null) return { ...none, why: "nothing-to-compare" };
    const found = compareWithAll(withGuest(prepared, guest), guestNumber, { top: input.top });
    return {
      cases: found.cases.map((one) => ({ ...one, strength: strengthOf(one.bits) })),
      series: found.series.flatMap(({ series, bits, posterior }) =>
        series === null ? [] : [{ series, bits, posterior, strength: strengthOf(bits) }],
      ),
      none: found.none,
      why: null,
    };
  } finally {
    connection.close();
  }
};
