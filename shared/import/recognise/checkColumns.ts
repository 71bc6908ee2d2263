// What the check of each column saw, for the preview: how many of its cells the target understands, and which it does not.
import type { ColumnCheck } from "../calls.ts";
import { wayOf } from "../cells/callWords.ts";
import { readClock } from "../cells/clock.ts";
import { readDuration } from "../cells/duration.ts";
import { readMoney } from "../cells/money.ts";
import { TimeReader } from "../cells/timeReader.ts";
import { cellText, sideOf } from "../cells/words.ts";
import type { CheckReason } from "../checkReasons.ts";
import { findDateOrder } from "../columnFacts.ts";
import { columnAddress, findColumn } from "../heading.ts";
import { findKind } from "../kinds/index.ts";
import { isClean } from "../kinds/kind.ts";
import { tidyNumber } from "../kinds/tidy.ts";
import { type Mapping, targetsOf } from "../mapping.ts";
import { findTarget } from "../targets/index.ts";
import type { ValueKind } from "../targets/target.ts";

/** Why a cell is not understood; null where it is. */
type Test = (cell: string) => CheckReason | null;

const parted = /[、；;，,/\n]+/;

const identifier =
  (id: string): Test =>
  (part) => {
    const cleaned = findKind(id)!.clean(part);
    return isClean(cleaned) ? (cleaned.doubt ?? null) : cleaned.reason;
  };

/** A mobile of a prefix that the table does not know yet reads well enough: prefixes are allotted every year. */
const phone: Test = (part) => (/^(?:\+?86)?1[3-9]\d{9}$/.test(tidyNumber(part)) ? null : identifier("phone")(part));

/** At least one: a cell of separators alone is looked at as it is. */
function partsOf(cell: string): readonly string[] {
  const parts = cell
    .split(parted)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length > 0 ? parts : [cell];
}

const when =
  (reason: CheckReason, isRead: (cell: string) => boolean): Test =>
  (cell) =>
    isRead(cell) ? null : reason;

interface Check {
  readonly code: string;
  /** A cell may hold several: each is looked at by itself. */
  readonly isParted?: boolean;
  readonly makeTest: (cells: readonly string[]) => Test;
}

const readsTime = (cells: readonly string[]): Test => {
  // Whether the year of a day without one is told is a doubt of the sheet, not of the cell: any leap year will do here.
  const reader = new TimeReader({
    years: { first: 2000, firstMonth: 1, last: 2000 },
    ...(findDateOrder(cells) && { dateOrder: findDateOrder(cells)!.order }),
  });
  return when("not-a-time", (cell) => reader.read(cell));
};

const number = when("not-a-number", (cell) => Number.isFinite(Number(cell)));
const degrees = when("not-a-number", (cell) => Number.isFinite(Number.parseFloat(cell)));

const checks: Partial<Record<ValueKind, Check>> = {
  time: { code: "parsed", makeTest: readsTime },
  date: { code: "parsed", makeTest: readsTime },
  clock: { code: "parsed", makeTest: () => when("not-a-clock", (cell) => readClock(cell) !== null) },
  duration: { code: "parsed", makeTest: () => when("not-a-duration", (cell) => !Number.isNaN(readDuration(cell))) },
  money: { code: "numbers", makeTest: () => when("not-a-number", (cell) => !Number.isNaN(readMoney(cell))) },
  number: { code: "numbers", makeTest: () => number },
  longitude: { code: "numbers", makeTest: () => degrees },
  latitude: { code: "numbers", makeTest: () => degrees },
  direction: { code: "directions", makeTest: () => when("not-a-side", (cell) => sideOf(cell) !== "") },
  way: { code: "directions", makeTest: () => when("not-a-side", (cell) => wayOf(cell) !== "") },
  account: { code: "check-digits", isParted: true, makeTest: () => identifier("account") },
  phone: { code: "check-digits", isParted: true, makeTest: () => phone },
  "identity-number": { code: "check-digits", isParted: true, makeTest: () => identifier("identity-number") },
  plate: { code: "check-digits", isParted: true, makeTest: () => identifier("plate") },
  imei: { code: "check-digits", isParted: true, makeTest: () => identifier("imei") },
  ip: { code: "check-digits", isParted: true, makeTest: () => identifier("ip") },
  mac: { code: "check-digits", isParted: true, makeTest: () => identifier("mac") },
};

const keptKinds = new Set(["case", "person", "organisation", "account", "entity"]);
const good = 0.95;
const shownMissed = 3;

export function checkColumns(
  mapping: Mapping,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  alternatives: ReadonlyMap<number, readonly string[]>,
): readonly ColumnCheck[] {
  const targets = new Map<number, readonly string[]>(
    Object.entries(mapping.columns).map(([address, value]) => [findColumn(headings, address), targetsOf(value)]),
  );
  const width = Math.max(headings.length, 0, ...rows.slice(0, 50).map((cells) => cells.length));
  return Array.from({ length: width }, (_, index) =>
    checkColumn(mapping, columnAddress(headings, index), targets.get(index) ?? [], rows, index, alternatives.get(index) ?? []),
  );
}

function checkColumn(
  mapping: Mapping,
  heading: string,
  targets: readonly string[],
  rows: readonly (readonly string[])[],
  index: number,
  alternatives: readonly string[],
): ColumnCheck {
  const { valueMaps } = mapping.format ?? {};
  const means = valueMaps?.[heading] ?? valueMaps?.[targets[0] ?? ""] ?? {};
  const all = rows.map((cells) => (cells[index] ?? "").trim());
  const cells = all.filter((cell) => cellText(cell) !== "");
  const samples = [...new Set(cells)].slice(0, 2);
  const empty = all.length - cells.length;
  const kind = targets.length > 0 ? findTarget(mapping.rowKind, targets[0]!)?.kind : undefined;
  const check = kind === undefined ? undefined : checks[kind];
  const base = { heading, samples, targets, empty, alternatives };
  if (cells.length === 0) return { ...base, understood: 1, check: "empty", checkValues: {}, sign: "~", notUnderstood: [], whyNot: [] };
  if (targets.length === 0)
    return {
      ...base,
      understood: 1,
      check: keptKinds.has(mapping.rowKind) ? "kept" : "raw-only",
      checkValues: { empty },
      sign: "~",
      notUnderstood: [],
      whyNot: [],
    };
  if (check === undefined)
    return {
      ...base,
      understood: 1,
      check: "values",
      checkValues: { distinct: new Set(cells).size, empty },
      sign: "+",
      notUnderstood: [],
      whyNot: [],
    };
  const test = check.makeTest(cells);
  const looked = check.isParted ? cells.flatMap((cell) => partsOf(means[cell] ?? cell)) : cells;
  const missed = new Map<string, CheckReason>();
  let missedCount = 0;
  for (const one of looked) {
    const reason = missed.get(one) ?? test(means[one] ?? one);
    if (reason === null) continue;
    missed.set(one, reason);
    missedCount += 1;
  }
  const understood = 1 - missedCount / looked.length;
  // A bank that hides digits is no sign of a wrong target.
  const isHidden = [...missed.values()].every((reason) => reason === "masked");
  const sign = understood >= good ? (empty > all.length * 0.03 ? "~" : "+") : understood >= 0.5 || isHidden ? "~" : "!";
  return {
    ...base,
    understood,
    check: check.code,
    checkValues: { percent: Math.round(understood * 1000) / 10, empty, count: looked.length },
    sign,
    notUnderstood: [...missed.keys()].slice(0, shownMissed),
    whyNot: [...missed.values()].slice(0, shownMissed),
  };
}
