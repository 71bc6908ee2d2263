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

/** Codes that parameters hold, by the name of the parameter: what no code is shown for keeps it. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  policy: {
    fifo: "trace.policy.fifo",
    lifo: "trace.policy.lifo",
    prorata: "trace.policy.prorata",
    "traced-first": "trace.policy.tracedFirst",
    "clean-first": "trace.policy.cleanFirst",
  },
  list: { stop: "trace.list.stop", freeze: "trace.list.freeze", request: "trace.list.request", return: "trace.list.return" },
};

function wordsOfValue(t: Translate, value: unknown, under = ""): string {
  const code = typeof value === "string" ? codes[under]?.[value] : undefined;
  if (code !== undefined) return t(code);
  if (typeof value === "boolean") return value ? t("audit.value.yes") : t("audit.value.no");
  if (Array.isArray(value)) return value.map((one) => wordsOfValue(t, one, under)).join("、");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .filter(([, part]) => isTold(part))
    .map(([name, part]) => `${nameOf(t, name)} ${wordsOfValue(t, part, name)}`)
    .join("，");
}

/** Left-out parameters say nothing. */
const isTold = (value: unknown): boolean => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** `搜索词：…  ·  条数：50`, in one line. */
export const detailWords = (t: Translate, detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => isTold(value))
    .map(([name, value]) => t("audit.value.pair", { name: nameOf(t, name), value: wordsOfValue(t, value, name) }))
    .join("  ·  ");
