// The series: how the list is sorted, running again, judging a member.

import { create } from "zustand";
import type { SeriesDetail, SeriesItem, SeriesMember } from "../../shared/group/calls.ts";
import type { SeriesStatus } from "../../shared/group/seriesCalls.ts";
import type { Verdict } from "../../shared/model/decision.ts";
import { parseIsoTime } from "../../shared/model/time.ts";
import { words } from "../i18n/index.ts";
import { engine } from "../rpc/engine.ts";
import { runJob } from "./jobs.ts";
import { tell } from "./toasts.ts";

// State

export type SeriesSort = "cases" | "loss" | "last" | "cohesion";

export const useGroup = create<{ readonly sort: SeriesSort }>(() => ({ sort: "cases" }));

// Producers

/** Members of a series in the order of their times; what has no time comes last. */
export const membersInTime = (members: readonly SeriesMember[]): readonly SeriesMember[] =>
  members.toSorted((a, b) => (a.at ?? "9").localeCompare(b.at ?? "9") || a.case.localeCompare(b.case));

/** Members by how firmly they belong, the firmest first. */
export const membersByMembership = (members: readonly SeriesMember[]): readonly SeriesMember[] =>
  members.toSorted((a, b) => b.membership - a.membership || a.case.localeCompare(b.case));

/** The identifier that ties a case in most firmly: the one of most bits that it has itself. */
export function strongestTie(detail: SeriesDetail, number: string): SeriesDetail["shared"][number] | undefined {
  return detail.shared
    .filter((one) => one.cases[number] !== undefined)
    .toSorted((a, b) => Number(b.cases[number] === "direct") - Number(a.cases[number] === "direct") || b.bits - a.bits)[0];
}

/** Days without a case between the first and the last, in the middle: how often the series strikes. */
export function medianGapDays(members: readonly SeriesMember[]): number | null {
  const times = members.flatMap(({ at }) => parseIsoTime(at)?.at ?? []).sort((a, b) => a - b);
  const gaps = times
    .slice(1)
    .map((time, i) => (time - times[i]!) / 86_400_000)
    .sort((a, b) => a - b);
  return gaps.length === 0 ? null : Math.round(gaps[Math.floor(gaps.length / 2)]!);
}

/** A link that one judgement could break: below two bits. */
export const isFragile = (series: SeriesItem): boolean => series.weakest.bits < 2;

// Actions

export const sortSeries = (sort: SeriesSort): void => useGroup.setState({ sort });

const toastKeys: Readonly<Record<Verdict, string>> = {
  confirm: "group.toast.confirmed",
  reject: "group.toast.rejected",
  later: "group.toast.later",
};

export async function judgeMember(series: string, number: string, verdict: Verdict, reason: string): Promise<void> {
  await engine.call("review.recordDecision", { subject: "series", a: series, b: number, verdict, reason });
  const takeBack = () =>
    void engine.call("review.recordDecision", {
      subject: "series",
      a: series,
      b: number,
      verdict: "later",
      reason: words.t("link.reason.takenBack"),
    });
  tell(toastKeys[verdict], { series, case: number.slice(-8) }, verdict === "later" ? null : takeBack);
}

/** Appends to the record of a series. */
export async function recordSeries(
  series: string,
  record: { readonly status: SeriesStatus; readonly unit: string; readonly note: string },
): Promise<void> {
  await engine.call("group.recordSeries", { series, ...record });
  tell("group.toast.recorded", { series });
}

export async function mergeSeries(series: string, other: string, reason: string): Promise<void> {
  const { decisions } = await engine.call("group.mergeSeries", { series, other, reason });
  tell("group.toast.merged", { series, other, n: decisions });
}

export async function splitSeries(series: string, cases: readonly string[], reason: string): Promise<void> {
  const { decisions } = await engine.call("group.splitSeries", { series, cases: [...cases], reason });
  tell("group.toast.split", { series, n: decisions });
}

export async function runSeries(): Promise<void> {
  await runJob("group.runSeries", {}, { title: "group.run.job", place: { view: "group", subject: "" } });
}
