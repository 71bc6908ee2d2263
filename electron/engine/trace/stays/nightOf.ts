// The night of a day, as stays are asked for.
import { parseIsoTime } from "../../../../shared/model/time.ts";

const hour = 3_600_000;

/** The night that begins on a day: from noon to the noon after, in milliseconds since 1970. */
export function nightOf(day: string): readonly [from: number, until: number] {
  const begin = parseIsoTime(day)!.at + 12 * hour;
  return [begin, begin + 24 * hour - 1];
}
