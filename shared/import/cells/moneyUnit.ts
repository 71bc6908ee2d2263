// Units that a heading or a line above it gives its amounts: 金额（万元）, amount (cents), 单位：千元. A cell that names its own unit keeps that.

const powers: readonly (readonly [RegExp, number])[] = [
  [/亿元?$/, 8],
  [/百万元?$|million$/i, 6],
  [/万元?$/, 4],
  [/千元$|thousand$|'?000$/i, 3],
  [/百元$/, 2],
  [/元$|yuan$|cny$|rmb$/i, 0],
  [/角$/, -1],
  [/分$|fen$|cents?$/i, -2],
];

const powerOf = (unit: string): number | null => powers.find(([form]) => form.test(unit.trim()))?.[1] ?? null;

/** Power of ten from the unit in a heading to one of the currency; null where the heading names none. */
export function unitPower(heading: string): number | null {
  const text = heading.normalize("NFKC").trim();
  const bracketed = /[([【]\s*(?:单位\s*[::]?\s*)?(?:人民币)?([^()[\]【】]{1,12})[)\]】]$/.exec(text)?.[1];
  if (bracketed !== undefined) return powerOf(bracketed);
  const bare = /(?:亿元|百万元|万元|千元|百元)$|[\s_-](?:fen|cents)$/i.exec(text)?.[0];
  return bare === undefined ? null : powerOf(bare);
}

/** The same of a line above the heading: `单位：万元`; 0 where it tells none. */
export const statedPower = (value: string | undefined): number => powerOf((value ?? "").normalize("NFKC")) ?? 0;

const ownUnit = /[亿万千百角分]/;

/** The amount of a cell moved by `power` places; what is no bare amount stays as it is. */
export function scaleAmount(cell: string, power: number): string {
  const match = power === 0 || ownUnit.test(cell) ? null : /^([^\d.]*)([\d,]*)(?:\.(\d*))?([^\d.]*)$/.exec(cell.trim());
  const whole = match?.[2]?.replaceAll(",", "") ?? "";
  const decimals = match?.[3] ?? "";
  if (match === null || whole + decimals === "") return cell;
  const digits = power > 0 ? whole + decimals.padEnd(power, "0") : whole.padStart(1 - power, "0") + decimals;
  const point = (power > 0 ? whole.length : Math.max(whole.length, 1 - power)) + power;
  return `${match[1]}${digits.slice(0, point) || "0"}.${digits.slice(point) || "0"}${match[4]}`;
}
