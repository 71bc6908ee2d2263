// The ranked pairs: what of them is listed, which one is open, how a judgement is kept.
import { create } from "zustand";
import type { PairExplanation, PairItem } from "../../shared/link/calls.ts";
import type { EvidenceBar } from "../../shared/link/pairScore.ts";
import type { Verdict } from "../../shared/model/decision.ts";
import { words } from "../i18n/index.ts";
import { engine } from "../rpc/engine.ts";
import { runJob } from "./jobs.ts";
import { goTo } from "./navigation.ts";
import { tell } from "./toasts.ts";

// State

export interface LinkState {
  readonly state: "waiting" | "judged" | "all";
  readonly minBits: number | null;
  readonly newOnly: boolean;
  readonly limit: number;
}

export const pageSize = 200;

export const useLink = create<LinkState>(() => ({ state: "waiting", minBits: 0, newOnly: false, limit: pageSize }));

// Producers

/** Subject of the page of the weights; no case number begins so. */
export const modelSubject = "=model";

export const pairSubject = (a: string, b: string): string => `${a}|${b}`;

export interface LinkSubject {
  /** The case whose pairs are listed; "" for the ranked list. */
  readonly scope: string;
  readonly pair: { readonly a: string; readonly b: string } | null;
}

const scopeMark = "||";

/** `A|B` is a pair of the ranked list, `CASE` the pairs of a case, `CASE||A|B` one of these: judging it stays among them. */
export const printSubject = (scope: string, a: string, b: string): string =>
  scope === "" ? pairSubject(a, b) : `${scope}${scopeMark}${pairSubject(a, b)}`;

export function parseSubject(subject: string): LinkSubject {
  const scoped = subject.indexOf(scopeMark);
  const rest = scoped < 1 ? subject : subject.slice(scoped + scopeMark.length);
  const cut = rest.indexOf("|");
  const pair = cut < 1 ? null : { a: rest.slice(0, cut), b: rest.slice(cut + 1) };
  if (scoped >= 1) return { scope: subject.slice(0, scoped), pair };
  return { scope: pair !== null || subject === modelSubject ? "" : subject, pair };
}

/** What the number of pairs to judge is counted over: the overview counts those without a narrower or wider filter. */
export function crumbOf(scope: string, { minBits, newOnly }: Pick<LinkState, "minBits" | "newOnly">) {
  if (scope !== "") return "link.crumb.waitingOfCase";
  return minBits === 0 && !newOnly ? "link.crumb.waiting" : "link.crumb.waitingFiltered";
}

/** The pair `step` places further in the list; the ends hold, and so does a pair that the list does not know. */
export function pairBeside(items: readonly PairItem[], subject: string, step: 1 | -1): PairItem | undefined {
  const index = items.findIndex((item) => pairSubject(item.a, item.b) === subject);
  return index < 0 ? undefined : items[Math.max(0, Math.min(items.length - 1, index + step))];
}

/** Why one would confirm or reject: the features that speak, strongest first. */
export function reasonFeatures({ score }: PairExplanation): readonly EvidenceBar[] {
  const speaking = [...score.evidence, ...score.counter].filter((bar) => Math.abs(bar.bits) >= 0.3);
  const strongest = speaking.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits));
  return strongest.filter((bar, i) => strongest.findIndex((other) => other.feature === bar.feature) === i).slice(0, 3);
}

// Actions

export const listPairs = (change: Partial<LinkState>): void => useLink.setState({ limit: pageSize, ...change });
export const listMore = (): void => useLink.setState(({ limit }) => ({ limit: limit + pageSize }));

const verdictKeys: Readonly<Record<Verdict, string>> = {
  confirm: "link.toast.confirmed",
  reject: "link.toast.rejected",
  later: "link.toast.later",
};

/** Keeps a judgement; taking it back is a judgement too, for nothing is overwritten. */
export async function judgePair(a: string, b: string, verdict: Verdict, reason: string): Promise<void> {
  await engine.call("review.recordDecision", { subject: "pair", a, b, verdict, reason });
  const takeBack = () =>
    void engine
      .call("review.recordDecision", { subject: "pair", a, b, verdict: "later", reason: words.t("link.reason.takenBack") })
      .then(() => goTo("link", pairSubject(a, b)));
  tell(verdictKeys[verdict], { a: a.slice(-8), b: b.slice(-8) }, verdict === "later" ? null : takeBack);
}

/** Links the cases, then groups them: series of the old run would be stale. */
export async function runLinkage(): Promise<void> {
  await runJob("link.runLinkage", {}, { title: "link.run.job", place: { view: "link", subject: "" } });
  await runJob("group.runSeries", {}, { title: "group.run.job", place: { view: "group", subject: "" } });
}

/** Brings the pairs of merged or parted people up to date; the rest stays as the last run left it. */
export async function followIdentities(): Promise<void> {
  await runJob("link.followIdentities", {}, { title: "link.follow.job", place: { view: "link", subject: "" } });
}

/** Leaves every solved series out in turn; the answer is kept in the workspace. */
export async function evaluateLinkage(): Promise<void> {
  await runJob("link.evaluateLinkage", {}, { title: "link.quality.job", place: { view: "link", subject: modelSubject } });
}
