// What a dimension of statistics is: how a case is sorted into one of its values, and how those are ordered and called.
import type { Say } from "../paper/say.ts";
import type { Basis, CountedCase } from "./countedCase.ts";
import type { Period } from "./period.ts";

export interface Dimension {
  readonly id: string;
  /** Key of its name. */
  readonly name: string;
  /** "" where nothing tells it. */
  readonly codeOf: (one: CountedCase, basis: Basis) => string;
  /** Values that stand in the table also where nothing falls on them, in their order; without it values stand by their counts. */
  readonly codes?: (period: Period | null) => readonly string[];
  /** Orders values that have an order; by counts without it. */
  readonly isOrdered?: true;
  /** Days, weeks, months: they do not come again, so nothing of before can be held against them. */
  readonly isCalendar?: true;
  readonly label: (code: string, say: Say) => string;
}

export const asWritten = (code: string): string => code;

/** Words of a closed list of codes; a code that has none stands as it is. */
export const wordFrom =
  (keys: Readonly<Record<string, string>>) =>
  (code: string, say: Say): string =>
    keys[code] === undefined ? code : say(keys[code]);
