// The catalogue: every word that people read, both languages side by side, one file an area. i18next turns it into sentences in each shell.
import assess from "../resources/i18n/assess.json" with { type: "json" };
import audit from "../resources/i18n/audit.json" with { type: "json" };
import brief from "../resources/i18n/brief.json" with { type: "json" };
import chart from "../resources/i18n/chart.json" with { type: "json" };
import cli from "../resources/i18n/cli.json" with { type: "json" };
import desktop from "../resources/i18n/desktop.json" with { type: "json" };
import error from "../resources/i18n/error.json" with { type: "json" };
import evidence from "../resources/i18n/evidence.json" with { type: "json" };
import exchange from "../resources/i18n/exchange.json" with { type: "json" };
import exported from "../resources/i18n/export.json" with { type: "json" };
import frame from "../resources/i18n/frame.json" with { type: "json" };
import graph from "../resources/i18n/graph.json" with { type: "json" };
import group from "../resources/i18n/group.json" with { type: "json" };
import importWords from "../resources/i18n/import.json" with { type: "json" };
import job from "../resources/i18n/job.json" with { type: "json" };
import link from "../resources/i18n/link.json" with { type: "json" };
import overview from "../resources/i18n/overview.json" with { type: "json" };
import pack from "../resources/i18n/pack.json" with { type: "json" };
import reason from "../resources/i18n/reason.json" with { type: "json" };
import report from "../resources/i18n/report.json" with { type: "json" };
import resolve from "../resources/i18n/resolve.json" with { type: "json" };
import review from "../resources/i18n/review.json" with { type: "json" };
import ring from "../resources/i18n/ring.json" with { type: "json" };
import selftest from "../resources/i18n/selftest.json" with { type: "json" };
import statistics from "../resources/i18n/statistics.json" with { type: "json" };
import task from "../resources/i18n/task.json" with { type: "json" };
import trace from "../resources/i18n/trace.json" with { type: "json" };
import vocabulary from "../resources/i18n/vocabulary.json" with { type: "json" };
import watch from "../resources/i18n/watch.json" with { type: "json" };

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** A word of the catalogue: i18next syntax ({{blank}}; {{blank, # case|# cases}} where a count has a noun), and a note that says where it stands. */
export interface Word {
  readonly zh: string;
  readonly en: string;
  readonly note: string;
}

export const catalogue: Readonly<Record<string, Word>> = {
  ...frame,
  ...overview,
  ...importWords,
  ...resolve,
  ...link,
  ...evidence,
  ...graph,
  ...group,
  ...ring,
  ...selftest,
  ...statistics,
  ...brief,
  ...chart,
  ...review,
  ...error,
  ...cli,
  ...job,
  ...assess,
  ...task,
  ...trace,
  ...vocabulary,
  ...exchange,
  ...watch,
  ...pack,
  ...desktop,
  ...exported,
  ...report,
  ...reason,
  ...audit,
};

/** Key → sentence of one language, as i18next takes it (keySeparator and nsSeparator off). */
export function wordsOf(language: Language): Record<string, string> {
  const side = language === "zh-CN" ? "zh" : "en";
  return Object.fromEntries(Object.entries(catalogue).map(([key, word]) => [key, word[side]]));
}

/**
 * Fills a blank with two forms: the first where the count is one, the number where # stands. Several counts may stand in
 * one sentence, and counts come as they are printed, so that i18next's own plurals (one number called count) do not serve.
 */
export function countedForm(value: unknown, forms?: string): string {
  if (!forms?.includes("|")) return value as string;
  const [one = "", many = ""] = forms.split("|");
  return (String(value) === "1" ? one : many).split("#").join(String(value));
}

/** As i18next takes it. */
export const countedForms = { type: "formatter", init() {}, add() {}, addCached() {}, format: countedForm } as const;
