// Words of the catalogue that hold a number nobody knows beforehand.
import type { Sentence } from "../../../electron/words.ts";

/** The word with any number in its blank. */
export function wordWithCount(say: Sentence, key: string, blank = "count"): RegExp {
  return new RegExp(say(key, { [blank]: "__" }).replace("__", "[\\d,]+"));
}
