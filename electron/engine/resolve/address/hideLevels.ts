// Under the mask the levels of an address are told apart as its line is: names of roads and estates stay, figures from the number down are starred.
import { type AddressLevel, isFinerThan } from "../../../../shared/import/address/levels.ts";
import type { Masker } from "../../../../shared/review/masker.ts";

/** An address as any masker stars it. */
const probe = "云津市东渡区江滨大道271号";

const isHiding = (show: Masker): boolean => show.text(probe) !== probe;

export function hideLevels(show: Masker): (level: AddressLevel, text: string) => string {
  const isHidden = isHiding(show);
  return (level, text) => (isHidden && isFinerThan(level, "road") && level !== "estate" ? text.replace(/[\da-z]/gi, "*") : text);
}

/** A code stands for its address. */
export const hideCode = (show: Masker, code: string): string => (isHiding(show) ? code.replace(/(?<=.{6})./g, "*") : code);

/** To about a kilometre, as on the map. */
export const hideDegrees = (show: Masker, degrees: number): number => (isHiding(show) ? Number(degrees.toFixed(2)) : degrees);

/** To a hundred metres: distances from a few chosen points would tell a hidden one. */
export const hideMetres = (show: Masker, metres: number): number => (isHiding(show) ? Math.round(metres / 100) * 100 : metres);

/** Every figure in the name of a place: `8-1-301` and `5栋` behind a name that no mask knows too. */
export function hideNames<T>(show: Masker, answer: T): T {
  return isHiding(show) ? (starNames(answer) as T) : answer;
}

function starNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(starNames);
  if (typeof value !== "object" || value === null) return value;
  const isPlace = "place" in value && typeof value.place === "string";
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      isPlace && key === "label" && typeof one === "string" ? one.replace(/\d/g, "*") : starNames(one),
    ]),
  );
}
