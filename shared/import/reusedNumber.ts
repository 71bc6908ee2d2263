// One case number under which two sources tell of two cases: another victim, and another day or another sum (decision 103).
import { fenOf } from "../model/money.ts";
import { parseIsoTime } from "../model/time.ts";
import type { Doubt } from "./callTypes.ts";

export interface ToldVictim {
  /** Key of the person; begins with `#` where the row gives none. */
  readonly key: string;
  /** "" where the row gives none. */
  readonly name: string;
}

/** What one row says of a case. */
export interface CaseTelling {
  readonly number: string;
  /** Of the store; 0 for a sheet that is not stored. */
  readonly sourceId: number;
  readonly row: number;
  readonly victims: readonly ToldVictim[];
  /** Begin of the occurrence as stored; null where the row does not tell it. */
  readonly from: string | null;
  /** Decimal. */
  readonly loss: string | null;
}

/** A row that contradicts what other sources say under its number, and the first of what they say. */
export interface ReusedNumber {
  readonly here: CaseTelling;
  readonly known: CaseTelling;
}

export const reusedCode = "case-number-reused";
/** More than a sheet lists one by one. */
export const reusedMoreCode = "case-numbers-reused";

const residentNumber = /^\d{17}[\dX]$/;
/** 王某, 王**, 王X. */
const hidden = /[某*＊×xX]/;
const plainName = (name: string): string => name.replace(/[\s·•.]/g, "").toLowerCase();

/** One character of three or more: 邵雨辉 and 邵雨晖 are one spelling put right; of two, 王芳 and 王强 are two people. */
function isSpelledAlike(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length || left.length < 3) return false;
  return left.filter((letter, i) => letter !== right[i]).length === 1;
}

function isSameName(a: string, b: string): boolean {
  const [left, right] = [plainName(a), plainName(b)];
  if (left === right) return true;
  const isHidden = hidden.test(left) || hidden.test(right);
  return isHidden ? [...left][0] === [...right][0] : isSpelledAlike(left, right);
}

/** True also where nothing tells them apart. */
function maybeSame(a: ToldVictim, b: ToldVictim): boolean {
  if (residentNumber.test(a.key) && residentNumber.test(b.key)) return a.key === b.key;
  if (a.name !== "" && b.name !== "") return isSameName(a.name, b.name);
  return true;
}

const dayMilliseconds = 86_400_000;

/** By calendar days where one of them tells no more, else by a day and a night: when it began is told loosely. */
function isApart(a: string, b: string): boolean {
  const [left, right] = [parseIsoTime(a), parseIsoTime(b)];
  if (left === null || right === null) return false;
  if (left.hasClock && right.hasClock) return Math.abs(left.at - right.at) > dayMilliseconds;
  return a.slice(0, 10) !== b.slice(0, 10);
}

const differs = (here: string | null, known: readonly (string | null)[], isOther: (a: string, b: string) => boolean): boolean => {
  const told = known.filter((one) => one !== null);
  return here !== null && told.length > 0 && told.every((one) => isOther(here, one));
};

/** `known`: what other sources say under the same number. What nobody tells contradicts nothing. */
export function isContradicted(here: CaseTelling, known: readonly CaseTelling[]): boolean {
  const victims = known.flatMap((one) => one.victims);
  if (here.victims.length === 0 || victims.length === 0) return false;
  if (here.victims.some((victim) => victims.some((other) => maybeSame(victim, other)))) return false;
  return (
    differs(
      here.from,
      known.map(({ from }) => from),
      isApart,
    ) ||
    differs(
      here.loss,
      known.map(({ loss }) => loss),
      (a, b) => fenOf(a) !== fenOf(b),
    )
  );
}

/** One a number: the first row that contradicts. In the order of the rows. */
export function findReused(here: readonly CaseTelling[], known: readonly CaseTelling[]): readonly ReusedNumber[] {
  const byNumber = Map.groupBy(known, ({ number }) => number);
  const found = new Map<string, ReusedNumber>();
  for (const telling of here) {
    const others = byNumber.get(telling.number) ?? [];
    if (found.has(telling.number) || !isContradicted(telling, others)) continue;
    found.set(telling.number, { here: telling, known: others.find(({ victims }) => victims.length > 0)! });
  }
  return [...found.values()];
}

/** Names that a sentence carries. */
const namesShown = 3;

function victimText(victims: readonly ToldVictim[]): string {
  const names = victims.map(({ key, name }) => name || key);
  return `${names.slice(0, namesShown).join("、")}${names.length > namesShown ? "…" : ""}`;
}

const valuesOf = ({ victims, from, loss, row }: CaseTelling) => ({ row, victim: victimText(victims), from: from ?? "", loss: loss ?? "" });

/** Doubts that a sheet lists one by one; the rest is counted in one of its own. */
const listedDoubts = 200;

export interface NamedReuse extends ReusedNumber {
  /** File of the row that stood there before. */
  readonly source: string;
  /** File of the row that contradicts. */
  readonly hereSource: string;
}

/** `isBlocking`: before it is stored somebody has to say whether it is the same case. */
export function reuseDoubt({ here, known, source, hereSource }: NamedReuse, isBlocking: boolean): Doubt {
  const mine = valuesOf(here);
  return {
    code: reusedCode,
    column: "",
    values: {
      number: here.number,
      source,
      ...valuesOf(known),
      hereSource,
      hereRow: mine.row,
      hereVictim: mine.victim,
      hereFrom: mine.from,
      hereLoss: mine.loss,
    },
    blocking: isBlocking,
  };
}

export function reuseDoubts(found: readonly NamedReuse[], isBlocking: boolean): readonly Doubt[] {
  const more = found.length - listedDoubts;
  const doubts = found.slice(0, listedDoubts).map((one) => reuseDoubt(one, isBlocking));
  return more > 0 ? [...doubts, { code: reusedMoreCode, column: "", values: { count: more }, blocking: false }] : doubts;
}
