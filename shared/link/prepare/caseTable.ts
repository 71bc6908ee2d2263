// The plain columns of the cases as typed arrays: place, time window, type, unit, loss.
import type { CaseRecord } from "../caseData.ts";

/** Points that stand for a time window (docs/evidence.md: seven, at shares (k + .5) / 7). */
export const windowPoints = 7;
export const dayMs = 86_400_000;

export interface CaseTable {
  readonly count: number;
  readonly records: readonly CaseRecord[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Degrees or plane units; NaN where unknown. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly isPlanar: Uint8Array;
  /** When it happened: days since 1970 UTC, ends in order; NaN where unknown. */
  readonly fromDay: Float64Array;
  readonly untilDay: Float64Array;
  /** Middle of that, else the day by which it was over: for order, spans of months and the fading of what is shared, never evidence itself. */
  readonly midDay: Float64Array;
  readonly hasClock: Uint8Array;
  /** Points of the window as local time of day and of week, in days. */
  readonly dayPhases: Float64Array;
  readonly weekPhases: Float64Array;
  readonly type: Int32Array;
  readonly unit: Int32Array;
  readonly typeNames: readonly string[];
  readonly unitNames: readonly string[];
  readonly logLoss: Float64Array;
  /** Numbers of the standard addresses, -1 where none is known. */
  readonly lot: Int32Array;
  readonly building: Int32Array;
  readonly addressUnit: Int32Array;
  /** Cases at each of them, by its number. */
  readonly lotCases: Int32Array;
  readonly buildingCases: Int32Array;
  readonly unitCases: Int32Array;
}

/** What more cases share is a tower or a compound that everybody knows: sharing it says nothing (as an identifier in so many cases is no rare one). */
export const mostCasesAtAddress = 40;

/** Numbers names in order of first sight; -1 for none. */
function numberNames(values: readonly (string | null)[]): { ids: Int32Array; names: string[] } {
  const known = new Map<string, number>();
  const ids = Int32Array.from(values, (value) => {
    if (value === null || value === "") return -1;
    const id = known.get(value) ?? known.size;
    known.set(value, id);
    return id;
  });
  return { ids, names: [...known.keys()] };
}

const column = (records: readonly CaseRecord[], read: (record: CaseRecord) => number) => Float64Array.from(records, read);

function readWindows(records: readonly CaseRecord[]) {
  const first = column(records, ({ from, until }) => (from ?? until ?? Number.NaN) / dayMs);
  const last = column(records, ({ from, until }) => (until ?? from ?? Number.NaN) / dayMs);
  const fromDay = first.map((day, i) => Math.min(day, last[i]!));
  const untilDay = last.map((day, i) => Math.max(day, first[i]!));
  const localDays = new Float64Array(records.length * windowPoints);
  records.forEach((record, i) => {
    const width = untilDay[i]! - fromDay[i]!;
    for (let k = 0; k < windowPoints; k++)
      localDays[i * windowPoints + k] = fromDay[i]! + (width * (k + 0.5)) / windowPoints + record.utcOffset / 1440;
  });
  const phases = (period: number) => localDays.map((day) => ((day % period) + period) % period);
  const midDay = fromDay.map((day, i) => (Number.isNaN(day) ? (records[i]!.overBy ?? Number.NaN) / dayMs : (day + untilDay[i]!) / 2));
  return { fromDay, untilDay, midDay, dayPhases: phases(1), weekPhases: phases(7) };
}

function readAddresses(records: readonly CaseRecord[]) {
  const numbered = (level: "lot" | "building" | "unit") => {
    const { ids, names } = numberNames(records.map(({ standard }) => standard?.[level] ?? null));
    const cases = new Int32Array(names.length);
    for (const id of ids) if (id >= 0) cases[id]!++;
    return { ids, cases };
  };
  const [lot, building, unit] = [numbered("lot"), numbered("building"), numbered("unit")];
  return {
    lot: lot.ids,
    building: building.ids,
    addressUnit: unit.ids,
    lotCases: lot.cases,
    buildingCases: building.cases,
    unitCases: unit.cases,
  };
}

export function buildCaseTable(records: readonly CaseRecord[]): CaseTable {
  const types = numberNames(records.map(({ type }) => type));
  const units = numberNames(records.map(({ unit }) => unit));
  return {
    count: records.length,
    records,
    indexOf: new Map(records.map(({ number }, i) => [number, i])),
    x: column(records, ({ x, y }) => (y === null ? Number.NaN : (x ?? Number.NaN))),
    y: column(records, ({ x, y }) => (x === null ? Number.NaN : (y ?? Number.NaN))),
    isPlanar: Uint8Array.from(records, ({ planar }) => (planar ? 1 : 0)),
    ...readWindows(records),
    hasClock: Uint8Array.from(records, ({ hasClock }) => (hasClock ? 1 : 0)),
    type: types.ids,
    unit: units.ids,
    ...readAddresses(records),
    typeNames: types.names,
    unitNames: units.names,
    logLoss: column(records, ({ lossFen }) => (lossFen !== null && lossFen > 0 ? Math.log(lossFen) : Number.NaN)),
  };
}

const kilometresPerDegree = 111.32;

/** Kilometres between two places, or plane units; NaN where one is unknown. Equirectangular: off by less than 1 % inside a country. */
export function distanceOf(table: CaseTable, a: number, b: number): number {
  const dx = table.x[a]! - table.x[b]!;
  const dy = table.y[a]! - table.y[b]!;
  if (table.isPlanar[a] !== table.isPlanar[b]) return Number.NaN;
  if (table.isPlanar[a]) return Math.sqrt(dx * dx + dy * dy);
  const shrink = Math.cos(((table.y[a]! + table.y[b]!) / 2) * (Math.PI / 180));
  return kilometresPerDegree * Math.sqrt(dx * dx * shrink * shrink + dy * dy);
}

/** Expected gap in days between two time windows: exact where they do not overlap, by 49 points where they do. */
export function gapDaysOf(table: CaseTable, a: number, b: number): number {
  if (table.untilDay[a]! <= table.fromDay[b]! || table.untilDay[b]! <= table.fromDay[a]!)
    return Math.abs(table.midDay[a]! - table.midDay[b]!);
  const widthA = table.untilDay[a]! - table.fromDay[a]!;
  const widthB = table.untilDay[b]! - table.fromDay[b]!;
  if (Number.isNaN(widthA + widthB)) return Number.NaN;
  let sum = 0;
  for (let k = 0; k < windowPoints; k++)
    for (let l = 0; l < windowPoints; l++) {
      const one = table.fromDay[a]! + (widthA * (k + 0.5)) / windowPoints;
      const other = table.fromDay[b]! + (widthB * (l + 0.5)) / windowPoints;
      sum += Math.abs(one - other);
    }
  return sum / (windowPoints * windowPoints);
}

const pointsOf = ({ fromDay, untilDay }: CaseTable, i: number): number => (fromDay[i] === untilDay[i] ? 1 : windowPoints);

/** Expected difference of two windows on a circle of one day or seven, in days. */
export function circularGapOf(table: CaseTable, a: number, b: number, period: 1 | 7): number {
  const phases = period === 1 ? table.dayPhases : table.weekPhases;
  const endA = a * windowPoints + pointsOf(table, a);
  const endB = b * windowPoints + pointsOf(table, b);
  let sum = 0;
  for (let i = a * windowPoints; i < endA; i++)
    for (let j = b * windowPoints; j < endB; j++) {
      const gap = Math.abs(phases[i]! - phases[j]!);
      sum += gap + gap > period ? period - gap : gap;
    }
  return sum / ((endA - a * windowPoints) * (endB - b * windowPoints));
}
