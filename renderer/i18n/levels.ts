// Short words for the levels of features, as the table of weights names them.
import type { Translate } from "./index.ts";

const levelKeys: Readonly<Record<string, string>> = {
  shared: "evidence.level.shared",
  disjoint: "evidence.level.disjoint",
  none: "evidence.level.none",
  few: "evidence.level.few",
  some: "evidence.level.some",
  half: "evidence.level.half",
  most: "evidence.level.most",
  all: "evidence.level.all",
  trace: "evidence.level.trace",
  slight: "evidence.level.slight",
  alike: "evidence.level.alike",
  close: "evidence.level.close",
  same: "evidence.level.same",
  equal: "evidence.level.equal",
  near: "evidence.level.near",
  apart: "evidence.level.apart",
  far: "evidence.level.far",
  different: "evidence.level.different",
};

const contextKeys: Readonly<Record<string, string>> = {
  "same-unit": "evidence.level.sameUnit",
  "other-unit": "evidence.level.otherUnit",
};

/** `alike`, or `same-unit alike` where the weights of a feature differ by unit. */
export function levelName(t: Translate, name: string): string {
  const [context = "", level] = name.includes(" ") ? name.split(" ") : ["", name];
  const key = levelKeys[level ?? ""];
  const word = key === undefined ? name : t(key);
  const prefix = contextKeys[context];
  return prefix === undefined ? word : `${t(prefix)} ${word}`;
}
