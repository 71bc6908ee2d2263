// A text against all cases, in the child that has them prepared.

import { explainPair } from "../../../../shared/link/explainPair.ts";
import { compareWithAll, type Similar } from "../../../../shared/link/findSimilar.ts";
import type { PreparedLink } from "../../../../shared/link/prepared.ts";
import { caseIndex, totalBits } from "../../../../shared/link/scorePairs.ts";
import { strengthOf } from "../../../../shared/link/strength.ts";
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
  /** Cases that the text names by their numbers. */
  readonly cases: readonly string[];
  readonly top: number;
}

const none: Omit<ClueSimilar, "why"> = { of: null, cases: [], series: [], none: 1 };

/** What is compared: the text as a guest among the cases, or a stored case. */
interface Asked {
  readonly link: PreparedLink;
  readonly number: string;
}

/** The member that the clue fits best, among those that the average is over. */
function bestOf({ link, number: own }: Asked, { cases }: Similar, members: readonly string[]): SimilarSeriesOfClue["best"] {
  const inSeries = new Set(members);
  const listed = cases.find((one) => inSeries.has(one.case));
  if (listed) return { case: listed.case, bits: listed.bits, evidence: listed.evidence, counter: listed.counter };
  const self = caseIndex(link, own);
  const bits = members.map((number) => pairBits(link, caseIndex(link, number), self));
  const best = members[bits.indexOf(Math.max(...bits))]!;
  const { bits: total, evidence, counter } = explainPair(link, best, own);
  return { case: best, bits: total, evidence, counter };
}

function seriesOf(asked: Asked, found: Similar, { series, cases, bits, posterior }: Similar["series"][number]): SimilarSeriesOfClue[] {
  if (series === null) return [];
  return [{ series, bits, posterior, strength: strengthOf(bits), cases: cases.length, best: bestOf(asked, found, cases) }];
}

/** Pairs are scored in the order of their numbers. */
const pairBits = (link: PreparedLink, a: number, b: number): number => totalBits(link, Math.min(a, b), Math.max(a, b));

/** A text that tells nothing but the number of one case means that case, with all that is stored of it: as an import compares it. */
function storedCase(link: PreparedLink, cases: readonly string[]): Asked | null {
  const known = cases.map((number) => link.input.aliases?.[number] ?? number).filter((number) => link.tables.table.indexOf.has(number));
  const [number] = known;
  return number === undefined || new Set(known).size > 1 ? null : { link, number };
}

export const guestTask: Task<GuestTaskInput, ClueSimilar> = async (input, context) => {
  const prepared = prepareForNow(input, context);
  if (input.text === null || prepared.tables.table.count === 0) return { ...none, why: "no-cases" };
  const connection = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  try {
    const more = input.more.map((one) => ({ ...one, subtype: "", role: "neutral" as const }));
    const guest = guestOf(prepared, connection, input.text, more);
    const asked = guest === null ? storedCase(prepared, input.cases) : { link: withGuest(prepared, guest), number: guestNumber };
    if (asked === null) return { ...none, why: "nothing-to-compare" };
    const found = compareWithAll(asked.link, asked.number, { top: input.top, without: input.cases });
    return {
      of: guest === null ? asked.number : null,
      cases: found.cases.map((one) => ({ ...one, strength: strengthOf(one.bits) })),
      series: found.series.flatMap((one) => seriesOf(asked, found, one)),
      none: found.none,
      why: null,
    };
  } finally {
    connection.close();
  }
};
