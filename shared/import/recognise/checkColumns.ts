// What the check of each column saw, for the preview: how many of its cells the target understands, and which it does not.
import type { ColumnCheck } from "../calls.ts";
import { wayOf } from "../cells/callWords.ts";
import { readClock } from "../cells/clock.ts";
import { readDuration } from "../cells/duration.ts";
import { readMoney } from "../cells/money.ts";
import { TimeReader } from "../cells/timeReader.ts";
import { cellText, sideOf } from "../cells/words.ts";
import { findDateOrder } from "../columnFacts.ts";
import { columnAddress, findColumn } from "../heading.ts";
import { findKind } from "../kinds/index.ts";
import { isClean } from "../kinds/kind.ts";
import { tidyNumber } from "../kinds/tidy.ts";
import { type Mapping, targetsOf } from "../mapping.ts";
import { findTarget } from "../targets/index.ts";
import type { ValueKind } from "../targets/target.ts";

type Test = (cell: string) => boolean;

const identifier =
  (id: string): Test =>
  (cell) => {
    const parts = cell.split(/[、；;，,/\n]+/).filter((part) => part.trim() !== "");
    return parts.every((part) => {
      const cleaned = findKind(id)!.clean(part);
      return isClean(cleaned) && cleaned.doubt === undefined;
    });
  };

/** A mobile of a prefix that the table does not know yet reads well enough: prefixes are allotted every year. */
const phone: Test = (cell) =>
  identifier("phone")(cell) ||
  cell
    .split(/[、；;，,/\n]+/)
    .every((part) => part.trim() === "" || /^(?:\+?86)?1[3-9]\d{9}$/.test(tidyNumber(part)) || identifier("phone")(part));

interface Check {
  readonly code: string;
  readonly makeTest: (cells: readonly string[]) => Test;
}

const readsTime = (cells: readonly string[]): Test => {
  // Whether the year of a day without one is told is a doubt of the sheet, not of the cell: any leap year will do here.
  const reader = new TimeReader({
    years: { first: 2000, firstMonth: 1, last: 2000 },
    ...(findDateOrder(cells) && { dateOrder: findDateOrder(cells)!.order }),
  });
  return (cell) => reader.read(cell);
};

const checks: Partial<Record<ValueKind, Check>> = {
  time: { code: "parsed", makeTest: readsTime },
  date: { code: "parsed", makeTest: readsTime },
  clock: { code: "parsed", makeTest: () => (cell) => readClock(cell) !== null },
  duration: { code: "parsed", makeTest: () => (cell) => !Number.isNaN(readDuration(cell)) },
  money: { code: "numbers", makeTest: () => (cell) => !Number.isNaN(readMoney(cell)) },
  number: { code: "numbers", makeTest: () => (cell) => Number.isFinite(Number(cell)) },
  longitude: { code: "numbers", makeTest: () => (cell) => Number.isFinite(Number.parseFloat(cell)) },
  latitude: { code: "numbers", makeTest: () => (cell) => Number.isFinite(Number.parseFloat(cell)) },
  direction: { code: "directions", makeTest: () => (cell) => sideOf(cell) !== "" },
  way: { code: "directions", makeTest: () => (cell) => wayOf(cell) !== "" },
  account: { code: "check-digits", makeTest: () => identifier("account") },
  phone: { code: "check-digits", makeTest: () => phone },
  "identity-number": { code: "check-digits", makeTest: () => identifier("identity-number") },
  plate: { code: "check-digits", makeTest: () => identifier("plate") },
  imei: { code: "check-digits", makeTest: () => identifier("imei") },
  ip: { code: "check-digits", makeTest: () => identifier("ip") },
  mac: { code: "check-digits", makeTest: () => identifier("mac") },
};

const keptKinds = new Set(["case", "person", "organisation", "account", "entity"]);
const good = 0.95;

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
  if (cells.length === 0) return { ...base, understood: 1, check: "empty", checkValues: {}, sign: "~", notUnderstood: [] };
  if (targets.length === 0)
    return {
      ...base,
      understood: 1,
      check: keptKinds.has(mapping.rowKind) ? "kept" : "raw-only",
      checkValues: { empty },
      sign: "~",
      notUnderstood: [],
    };
  if (check === undefined)
    return { ...base, understood: 1, check: "values", checkValues: { distinct: new Set(cells).size, empty }, sign: "+", notUnderstood: [] };
  const test = check.makeTest(cells);
  const missed = cells.filter((cell) => !test(means[cell] ?? cell));
  const understood = 1 - missed.length / cells.length;
  const sign = understood >= good ? (empty > all.length * 0.03 ? "~" : "+") : understood >= 0.5 ? "~" : "!";
  return {
    ...base,
    understood,
    check: check.code,
    checkValues: { percent: Math.round(understood * 1000) / 10, empty, count: cells.length },
    sign,
    notUnderstood: [...new Set(missed)].slice(0, 5),
  };
}
