// What several tellings of one transfer say together: the finest time, every end and serial number that any of them gives. Where a person said that the
// payee's bank tells of it too, in its own words, the payer's amount and time stand, and each bank is believed about its own account.
import { type EventEdge, type EventValues, edgesOf, eventColumns } from "./eventColumns.ts";
import type { SameAccounts } from "./sameAccounts.ts";

const columns = eventColumns.transfer;
const placeOf = (name: (typeof columns)[number]): number => columns.indexOf(name);
const [at, precision, from, to] = [placeOf("at"), placeOf("precision"), placeOf("from_id"), placeOf("to_id")];
const [reference, state, side] = [placeOf("reference"), placeOf("state"), placeOf("side")];
const done = 0;
const reversed = 2;
const reversal = 3;

const paid = 1;

export interface Telling {
  readonly id: number;
  readonly sourceId: number;
  readonly row: number;
  readonly values: EventValues;
  /** A person said that it tells of this event. */
  readonly isJudged: boolean;
}

export interface ToldTransfer {
  readonly sourceId: number;
  readonly own: EventValues;
  readonly tellings: readonly Telling[];
  readonly accounts: SameAccounts;
  readonly isCompleted: boolean;
  /** As the row stands: money that was taken back makes no edge. */
  readonly hasMoved: boolean;
}

/** What all tell together: the finest time, an end or a serial number that the earlier ones do not know, and that it was taken back. */
function merge(own: EventValues, told: EventValues): EventValues {
  const merged = [...own];
  if (Number(told[precision]) < Number(own[precision])) [merged[at], merged[precision]] = [told[at]!, told[precision]!];
  for (const end of [from, to]) merged[end] = own[end] ?? told[end] ?? null;
  merged[reference] = own[reference] || told[reference] || "";
  if (own[state] === done && (told[state] === reversed || told[state] === reversal)) merged[state] = told[state];
  return merged;
}

/** Two halves with no end in common are one transfer only through a third telling, or by their serial number. */
function belongs(known: EventValues, telling: EventValues, accounts: SameAccounts): boolean {
  const told = telling.map((value, i) =>
    i === from || i === to ? numberLike(value as number | null, known[i] as number | null, accounts) : value,
  );
  if (known[reference] && told[reference]) return known[reference] === told[reference];
  const agree = [from, to].every((end) => known[end] === told[end] || known[end] === null || told[end] === null);
  const hasCommonEnd = [from, to].some((end) => known[end] !== null && known[end] === told[end]);
  return agree && (hasCommonEnd || [from, to].every((end) => known[end] === told[end]));
}

/** The known number where the told one is another one of the same account. */
const numberLike = (told: number | null, known: number | null, accounts: SameAccounts): number | null =>
  known !== null && accounts.firstOf(told) === accounts.firstOf(known) ? known : told;

export interface Assembled {
  readonly values: EventValues;
  /** The edge that only tellings together make, and the source that told its last end. */
  readonly completed: { readonly edge: EventEdge; readonly sourceId: number } | null;
  /** Tellings that nothing ties to the others any more. */
  readonly loose: readonly Telling[];
  /** The other side's bank tells of it in its own words: its edges are those of what both say together. */
  readonly isOfTwoBooks: boolean;
}

/** Telling by telling, each as soon as it has something in common with what is known. */
export function assemble({ own, tellings: all, accounts }: Pick<ToldTransfer, "own" | "tellings" | "accounts">): Assembled {
  const [tellings, others] = splitBooks(own, all);
  let values = own;
  let completed: Assembled["completed"] = null;
  let loose = tellings;
  const hasEdge = ownEdges(own).length > 0;
  for (;;) {
    const next = loose.find((telling) => belongs(values, telling.values, accounts));
    if (next === undefined) {
      if (others.length === 0) return { values, completed, loose, isOfTwoBooks: false };
      return { values: joinBooks(values, others, accounts), completed: null, loose, isOfTwoBooks: true };
    }
    values = merge(values, next.values);
    loose = loose.filter((one) => one !== next);
    const [edge]: readonly EventEdge[] = hasEdge || completed || own[state] !== done ? [] : ownEdges(withState(values, done));
    if (edge) completed = { edge, sourceId: next.sourceId };
  }
}

export const ownEdges = (values: EventValues): readonly EventEdge[] => edgesOf("transfer", values);
export const withState = (values: EventValues, other: number): EventValues => values.map((value, i) => (i === state ? other : value));

/** Tellings of the bank that tells the event, and those of the other side's bank: the judged ones, with what tells those again. */
export function splitBooks(own: EventValues, tellings: readonly Telling[]): readonly [readonly Telling[], readonly Telling[]] {
  const isOther = ({ values }: Telling) => values[side] !== own[side];
  if (!tellings.some((one) => one.isJudged && isOther(one))) return [tellings, []];
  return [tellings.filter((one) => !isOther(one)), tellings.filter(isOther)];
}

/** The payer's telling, with the account that the payee's bank keeps where the payer's names none or another one. */
function joinBooks(own: EventValues, others: readonly Telling[], accounts: SameAccounts): EventValues {
  const told = others.find(({ isJudged }) => isJudged)!.values;
  const [payer, payee] = own[side] === paid ? [own, told] : [told, own];
  const joined = [...payer];
  const isOne = accounts.firstOf(payer[to] as number | null) === accounts.firstOf(payee[to] as number | null);
  if (!isOne) joined[to] = payee[to] ?? payer[to] ?? null;
  joined[from] = payer[from] ?? payee[from] ?? null;
  joined[reference] = payer[reference] || payee[reference] || "";
  return joined;
}
