// Words of the import stage whose keys carry a code: targets, checks, doubts. The catalogue holds one entry for each code.

import type { Doubt } from "../../shared/import/calls.ts";
import { catalogue } from "../../shared/words.ts";
import { reasonKeys } from "../frame/identifyKeys.ts";
import { formatMoney, formatTime } from "../parts/format.ts";
import type { Translate } from "./index.ts";

const has = (key: string): boolean => key in catalogue;

/** An attribute under a name of its own. */
const ownTarget = "attribute.";

/** `counterparty.account` → 对方 · 账号; a target without a word of its own stands as it is written in mappings. */
export function targetWord(t: Translate, target: string): string {
  const key = `import.target.${target}`;
  if (has(key)) return t(key);
  return target.startsWith(ownTarget) ? t("import.targetOwn", { name: target.slice(ownTarget.length) }) : target;
}

export function checkSentence(t: Translate, check: string, values: Readonly<Record<string, string | number>>): string {
  const key = `import.check.${check}`;
  return has(key) ? t(key, { ...values }) : "";
}

/** Why a cell is not understood: of identifiers the kind's own reason. */
export function whyNotWord(t: Translate, reason: string): string {
  const key = `import.whyNot.${reason}`;
  if (has(key)) return t(key);
  const kindKey = reasonKeys[reason];
  return kindKey === undefined ? "" : t(kindKey);
}

export function doubtSentence(t: Translate, doubt: Doubt): string {
  const key = `import.doubt.${doubt.code}`;
  const words = (targets: string | number) =>
    String(targets)
      .split(" / ")
      .map((target) => targetWord(t, target))
      .join(" / ");
  const readable = (name: string, value: string | number) => {
    if (name === "from" || name === "hereFrom") return value === "" ? t("import.reused.untold") : formatTime(value);
    if (name === "loss" || name === "hereLoss") return value === "" ? t("import.reused.untold") : formatMoney(value);
    return name === "target" || name === "other" ? words(value) : value;
  };
  const named = Object.fromEntries(Object.entries(doubt.values).map(([name, value]) => [name, readable(name, value)]));
  return has(key) ? t(key, { column: doubt.column, ...named }) : doubt.code;
}
