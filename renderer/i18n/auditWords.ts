// Audit entries as people read them: the action, the names of its details, its result. What another version of the program wrote keeps its code.
import { catalogue } from "../../shared/words.ts";
import type { Translate } from "./index.ts";

function wordOr(t: Translate, key: string, code: string): string {
  return key in catalogue ? t(key) : code;
}

export const actionWord = (t: Translate, action: string): string => wordOr(t, `audit.action.${action}`, action);
export const resultWord = (t: Translate, result: string): string => wordOr(t, `audit.result.${result}`, result);

/** A batch of reads names calls, every other entry names parameters. */
const nameOf = (t: Translate, name: string): string => (name.includes(".") ? actionWord(t, name) : wordOr(t, `audit.detail.${name}`, name));

function wordsOfValue(t: Translate, value: unknown): string {
  if (typeof value === "boolean") return value ? t("audit.value.yes") : t("audit.value.no");
  if (Array.isArray(value)) return value.map((one) => wordsOfValue(t, one)).join("、");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .filter(([, part]) => isTold(part))
    .map(([name, part]) => `${nameOf(t, name)} ${wordsOfValue(t, part)}`)
    .join("，");
}

/** Left-out parameters say nothing. */
const isTold = (value: unknown): boolean => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** `搜索词：…  ·  条数：50`, in one line. */
export const detailWords = (t: Translate, detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => isTold(value))
    .map(([name, value]) => t("audit.value.pair", { name: nameOf(t, name), value: wordsOfValue(t, value) }))
    .join("  ·  ");
