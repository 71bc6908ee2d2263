// The columns that tell whose account and the other one's, by their cells alone: what is constant, what repeats, and what checks.
import { passesLuhn } from "../kinds/checkDigits.ts";
import { tidyNumber } from "../kinds/tidy.ts";
import type { ColumnProfile } from "./profile.ts";

export interface AccountsReading {
  readonly targets: readonly (readonly [number, string])[];
  /** Another column could be one of them just as well. */
  readonly isClear: boolean;
  /** Both sides stand in the rows, and nothing says which one pays. */
  readonly isLedger: boolean;
}

const longEnough = 8;

const digitsOf = (cell: string): string => tidyNumber(cell).replace(/\D/g, "");

export function isAccountColumn({ share, cells: all }: ColumnProfile): boolean {
  const cells = all.filter((cell) => cell !== "/");
  const accounts = share.account * all.length;
  if (cells.length === 0 || accounts < cells.length * 0.8 || share.identity > 0.6 || share.ip > 0.5 || share.mac > 0.5) return false;
  if (share.stamp + share.date > 0.5 || share.decimal > 0.2) return false;
  return cells.filter((cell) => tidyNumber(cell).length >= longEnough || /[*@]/.test(cell)).length >= cells.length * 0.7;
}

/** Bank cards check; their first digit is that of a payment network. */
const cardShare = ({ cells }: ColumnProfile): number =>
  cells.filter((cell) => /^[3-69]\d{14,18}$/.test(digitsOf(cell)) && passesLuhn(digitsOf(cell))).length / Math.max(1, cells.length);

const datedShare = ({ cells }: ColumnProfile): number =>
  cells.filter((cell) => /20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(cell)).length / Math.max(1, cells.length);

/** Above 0 an account, below 0 rather the number of a transaction. */
function likenessOf(profile: ColumnProfile): number {
  const { filled, empty, distinct, meanLength } = profile;
  const isAlwaysNew = distinct === filled && filled > 3;
  return (
    1.2 * cardShare(profile) +
    (distinct < filled * 0.9 ? 0.5 : 0) +
    (empty > 0 && distinct > 1 ? 0.15 : 0) -
    0.8 * datedShare(profile) -
    (isAlwaysNew && empty === 0 ? 0.6 : 0) -
    (meanLength > 24 && !profile.cells.some((cell) => /^0x/i.test(cell)) ? 0.8 : 0)
  );
}

const isConstant = ({ distinct, empty, filled }: ColumnProfile): boolean => distinct === 1 && filled > 2 && empty <= filled * 0.1;
const isFew = ({ distinct, empty, filled }: ColumnProfile): boolean =>
  filled > 5 && empty <= filled * 0.1 && distinct <= Math.max(1, filled / 6);

/** Columns that may part the rows by account. */
export const listGroupColumns = (profiles: readonly ColumnProfile[]): readonly number[] =>
  profiles
    .map((_, index) => index)
    .filter((index) => isAccountColumn(profiles[index]!) && profiles[index]!.distinct > 1 && isFew(profiles[index]!));

/** Share of the values of the smaller set that stand in the other one too. */
function overlapOf(a: ColumnProfile, b: ColumnProfile): number {
  const [first, second] = [new Set(a.cells.map(tidyNumber)), new Set(b.cells.map(tidyNumber))];
  return [...first].filter((value) => second.has(value)).length / Math.max(1, Math.min(first.size, second.size));
}

const ledgerOverlap = 0.15;

/** Two columns that share their values: who pays here is paid there. */
function ledgerPair(profiles: readonly ColumnProfile[], columns: readonly number[]): readonly [number, number] | null {
  let best: { pair: readonly [number, number]; overlap: number } | null = null;
  for (const a of columns)
    for (const b of columns) {
      if (a >= b || hasSameParts(profiles[a]!, profiles[b]!)) continue;
      const overlap = overlapOf(profiles[a]!, profiles[b]!);
      if (overlap >= ledgerOverlap && (best === null || overlap > best.overlap)) best = { pair: [a, b], overlap };
    }
  return best?.pair ?? null;
}

export interface AccountClues {
  /** Column that parts the chains of a balance that was proven. */
  readonly proven: number | undefined;
  /** The rows have one side each: a balance, a word or a sign tells it. */
  readonly hasSides: boolean;
  /** One running balance over all rows: they are of one account. */
  readonly isOneChain: boolean;
  /** Account that the lines above or the file's name state; "" where none. */
  readonly stated: string;
}

export function findAccounts(profiles: readonly ColumnProfile[], taken: ReadonlySet<number>, clues: AccountClues): AccountsReading {
  const columns = profiles.map((_, index) => index).filter((index) => !taken.has(index) && isAccountColumn(profiles[index]!));
  const own = ownColumns(profiles, columns, clues);
  const others = columns
    .filter((index) => !own.includes(index) && !isConstant(profiles[index]!))
    .map((index) => ({ index, likeness: likenessOf(profiles[index]!) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index);
  const [first, second] = others;
  const ledger = own.length === 0 && !clues.hasSides ? ledgerPair(profiles, columns) : null;
  if (ledger !== null)
    return {
      targets: [
        [ledger[0], "from.account"],
        [ledger[1], "to.account"],
      ],
      isClear: false,
      isLedger: true,
    };
  const ending = own.length === 0 && clues.stated === "" ? cardEnding(profiles, taken) : undefined;
  const isOwnKnown = own.length > 0 || clues.isOneChain || clues.stated !== "" || first === undefined || !isFew(profiles[first.index]!);
  const isOther = first === undefined || profiles[first.index]!.distinct > 2 || profiles[first.index]!.empty > 0;
  const isClear = isOwnKnown && isOther && (!first || !second || first.likeness - second.likeness > 0.3) && own.length < 3;
  return {
    targets: [
      ...(ending === undefined ? [] : [[ending, "own.card"] as const]),
      ...ownTargets(profiles, own),
      ...(first ? [[first.index, "counterparty.account"] as const] : []),
    ],
    isClear,
    isLedger: false,
  };
}

/** The owner's columns: what parts the chains, else what never changes, else what has few values beside one that has many. */
function ownColumns(
  profiles: readonly ColumnProfile[],
  columns: readonly number[],
  { proven, hasSides, isOneChain, stated }: AccountClues,
): readonly number[] {
  if (proven !== undefined)
    return [proven, ...columns.filter((index) => index !== proven && hasSameParts(profiles[index]!, profiles[proven]!))];
  const constant = columns.filter((index) => isConstant(profiles[index]!) && profiles[index]!.meanLength >= longEnough + 2);
  if (constant.length > 0 || !hasSides || isOneChain || stated !== "") return constant;
  const few = columns.filter((index) => isFew(profiles[index]!));
  const many = columns.filter((index) => !isFew(profiles[index]!) && likenessOf(profiles[index]!) > 0);
  return many.length > 0 ? few : [];
}

/** Four digits of one to three cards over and over, no years: ends of the owner's cards, which name them inside this file only. */
function cardEnding(profiles: readonly ColumnProfile[], taken: ReadonlySet<number>): number | undefined {
  const found = profiles.map((_, index) => index).filter((index) => !taken.has(index) && isCardEnding(profiles[index]!));
  return found.length === 1 ? found[0] : undefined;
}

function isCardEnding(profile: ColumnProfile): boolean {
  const { cells, distinct, filled, empty } = profile;
  const isRepeated = isConstant(profile) || (distinct <= 3 && filled >= distinct * 4 && empty <= filled * 0.2);
  return isRepeated && cells.every((cell) => /^\d{4}$/.test(cell)) && !cells.every((cell) => /^(?:19|20)\d\d$/.test(cell));
}

/** A card for every account: both change at the same rows. */
function hasSameParts(a: ColumnProfile, b: ColumnProfile): boolean {
  if (a.distinct !== b.distinct || a.cells.length !== b.cells.length) return false;
  return new Set(a.cells.map((cell, i) => `${cell}|${b.cells[i]}`)).size === a.distinct;
}

function ownTargets(profiles: readonly ColumnProfile[], own: readonly number[]): readonly (readonly [number, string])[] {
  if (own.length === 1) return [[own[0]!, "own.account"]];
  const ranked = [...own].sort(
    (a, b) => cardShare(profiles[b]!) - cardShare(profiles[a]!) || profiles[b]!.meanLength - profiles[a]!.meanLength || a - b,
  );
  const [card, account] = ranked;
  return card === undefined || account === undefined
    ? []
    : [
        [account, "own.account"],
        [card, "own.card"],
      ];
}
