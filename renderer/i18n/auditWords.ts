// Audit entries as people read them: the action, the names of its details, its result. What another version of the program wrote keeps its code.
import { catalogue } from "../../shared/words.ts";
import { formatTime } from "../parts/format.ts";
import { codeWord, referenceWords } from "./auditCodes.ts";
import type { Translate } from "./index.ts";

function wordOr(t: Translate, key: string, code: string): string {
  return key in catalogue ? t(key) : code;
}

export const actionWord = (t: Translate, action: string): string => wordOr(t, `audit.action.${action}`, action);
export const resultWord = (t: Translate, result: string): string => wordOr(t, `audit.result.${result}`, result);

/** A batch of reads names calls, every other entry names parameters. */
const nameOf = (t: Translate, name: string): string => (name.includes(".") ? actionWord(t, name) : wordOr(t, `audit.detail.${name}`, name));

/** Milliseconds since 1970 under names that hold a moment. */
const moments = new Set(["expiresAt", "asOf", "since", "until", "from", "to", "at", "day"]);
const leastMoment = 1e11;

function wordsOfText(t: Translate, value: string, under: string): string {
  return codeWord(t, under, value) ?? referenceWords(t, value) ?? value;
}

function wordsOfValue(t: Translate, value: unknown, under = ""): string {
  if (typeof value === "string") return wordsOfText(t, value, under);
  if (typeof value === "number" && value > leastMoment && moments.has(under)) return formatTime(value);
  if (typeof value === "boolean") return value ? t("audit.value.yes") : t("audit.value.no");
  if (Array.isArray(value)) return value.map((one) => wordsOfValue(t, one, under)).join(t("report.cite.comma"));
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .filter(([, part]) => isTold(part))
    .map(([name, part]) => `${nameOf(t, name)} ${wordsOfValue(t, part, name)}`)
    .join(t("audit.value.comma"));
}

/** Left-out parameters say nothing. */
const isTold = (value: unknown): boolean => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** `搜索词：…  ·  条数：50`, in one line. */
export const detailWords = (t: Translate, detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => isTold(value))
    .map(([name, value]) => t("audit.value.pair", { name: nameOf(t, name), value: wordsOfValue(t, value, name) }))
    .join("  ·  ");
