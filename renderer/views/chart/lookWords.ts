// Code → key: what looks go by, in plain words, and how a value of theirs is told.

import type { LookRule } from "../../../shared/chart/document.ts";
import { chartMoney } from "../../../shared/chart/labels.ts";
import { isMoney, isTime, type LinkMeasureName, type MeasureValue, type NodeMeasureName } from "../../../shared/chart/looks/measures.ts";
import type { ReadySetName } from "../../../shared/chart/looks/readySets.ts";
import type { Translate } from "../../i18n/index.ts";
import { linkKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatCount, formatTime } from "../../parts/index.ts";
import { tenThousandWord } from "./useLabelContext.ts";

export const nodeMeasureKeys: Readonly<Record<NodeMeasureName, string>> = {
  neighbours: "chart.measure.neighbours",
  cases: "chart.measure.cases",
  received: "chart.measure.received",
  paid: "chart.measure.paid",
  calls: "chart.measure.calls",
  firstSeen: "chart.measure.firstSeen",
  lastSeen: "chart.measure.lastSeen",
  subtype: "chart.measure.subtype",
  note: "chart.measure.note",
  community: "chart.measure.community",
};
export const nodeReadingKeys: Readonly<Record<NodeMeasureName, string>> = {
  neighbours: "chart.reading.neighbours",
  cases: "chart.reading.cases",
  received: "chart.reading.received",
  paid: "chart.reading.paid",
  calls: "chart.reading.calls",
  firstSeen: "chart.reading.firstSeen",
  lastSeen: "chart.reading.lastSeen",
  subtype: "chart.reading.subtype",
  note: "chart.reading.note",
  community: "chart.reading.community",
};
export const linkMeasureKeys: Readonly<Record<LinkMeasureName, string>> = {
  count: "chart.measure.count",
  amount: "chart.measure.amount",
  lastSeen: "chart.measure.lastSeen",
  kind: "chart.measure.kind",
};
export const linkReadingKeys: Readonly<Record<LinkMeasureName, string>> = {
  count: "chart.reading.count",
  amount: "chart.reading.amount",
  lastSeen: "chart.reading.lastSeen",
  kind: "chart.reading.kind",
};
export const traitKeys: Readonly<Record<LookRule["trait"], string>> = {
  colour: "chart.trait.colour",
  size: "chart.trait.size",
  label: "chart.trait.label",
  width: "chart.trait.width",
};
export const readySetKeys: Readonly<Record<ReadySetName, string>> = {
  fraud: "chart.looks.fraud",
  calls: "chart.looks.calls",
  vehicles: "chart.looks.vehicles",
};

export const measureWord = (t: Translate, { on, by }: Pick<LookRule, "on" | "by">): string =>
  wordOf(t, on === "node" ? nodeMeasureKeys : linkMeasureKeys, by);
export const readingWord = (t: Translate, { on, by }: Pick<LookRule, "on" | "by">): string =>
  wordOf(t, on === "node" ? nodeReadingKeys : linkReadingKeys, by);

/** A value as people read it: money in 万, times as dates, communities by number. */
export function valueText(t: Translate, { on, by }: Pick<LookRule, "on" | "by">, value: MeasureValue): string {
  if (value === null) return "";
  if (typeof value === "string") {
    if (by === "community") return t("chart.measure.communityOf", { n: value });
    return on === "link" && by === "kind" ? wordOf(t, linkKeys, value) : value;
  }
  if (isTime(by)) return formatTime(value, "date");
  return isMoney(by) ? chartMoney(value * 100, tenThousandWord()) : formatCount(value);
}
