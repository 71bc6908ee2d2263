// Code → key: what looks go by, in plain words, and how a value or a class of theirs is told; the same on screen and in exported pictures.
import { linkKeys } from "../../look/vocabularyKeys.ts";
import { isoDate } from "../../model/time.ts";
import type { LookRule } from "../document.ts";
import { chartMoney } from "../labels.ts";
import type { LegendClass } from "./applyLooks.ts";
import { endOf, isMoney, isTime, type LinkMeasureName, type MeasureValue, type NodeMeasureName } from "./measures.ts";
import type { ReadySetName } from "./readySets.ts";

/** A sentence of the catalogue in some language. */
export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

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
  bridge: "chart.measure.bridge",
  influence: "chart.measure.influence",
  core: "chart.measure.core",
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
  bridge: "chart.reading.bridge",
  influence: "chart.reading.influence",
  core: "chart.reading.core",
};
export const linkMeasureKeys: Readonly<Record<LinkMeasureName, string>> = {
  count: "chart.measure.count",
  amount: "chart.measure.amount",
  bits: "chart.measure.bits",
  days: "chart.measure.days",
  firstSeen: "chart.measure.firstSeen",
  lastSeen: "chart.measure.lastSeen",
  kind: "chart.measure.kind",
};
export const linkReadingKeys: Readonly<Record<LinkMeasureName, string>> = {
  count: "chart.reading.count",
  amount: "chart.reading.amount",
  bits: "chart.reading.bits",
  days: "chart.reading.days",
  firstSeen: "chart.reading.firstSeen",
  lastSeen: "chart.reading.lastSeen",
  kind: "chart.reading.kind",
};
export const traitKeys: Readonly<Record<LookRule["trait"], string>> = {
  colour: "chart.trait.colour",
  size: "chart.trait.size",
  label: "chart.trait.label",
  width: "chart.trait.width",
  icon: "chart.trait.icon",
};
export const readySetKeys: Readonly<Record<ReadySetName, string>> = {
  fraud: "chart.looks.fraud",
  calls: "chart.looks.calls",
  vehicles: "chart.looks.vehicles",
};

type Measured = Pick<LookRule, "on" | "by">;

/** Kept sets may name what a newer edition measures: its code is shown then. */
const wordIn = (say: Say, keys: Readonly<Record<string, string>>, code: string): string => {
  const key = keys[code];
  return key === undefined ? code : say(key);
};

export function measureWord(say: Say, { on, by }: Measured): string {
  const end = on === "link" ? endOf(by) : null;
  if (end !== null) return say("chart.measure.ends", { measure: say(nodeMeasureKeys[end]) });
  return wordIn(say, on === "node" ? nodeMeasureKeys : linkMeasureKeys, by);
}

export function readingWord(say: Say, { on, by }: Measured): string {
  const end = on === "link" ? endOf(by) : null;
  if (end !== null) return say("chart.reading.ends", { reading: say(nodeReadingKeys[end]) });
  return wordIn(say, on === "node" ? nodeReadingKeys : linkReadingKeys, by);
}

/** A value as people read it: money in 万 (where `tenThousand` is its word), times as dates, communities by number. */
export function valueText(say: Say, { on, by }: Measured, value: MeasureValue, tenThousand: string): string {
  if (value === null) return "";
  if (typeof value === "string") {
    if (by === "community") return say("chart.measure.communityOf", { n: value });
    return on === "link" && by === "kind" ? wordIn(say, linkKeys, value) : value;
  }
  if (isTime(by)) return isoDate(value);
  return isMoney(by) ? chartMoney(value * 100, tenThousand) : value.toLocaleString("en-US");
}

/** What a class of the legend stands for: a word, a value, a range, or all others. */
export function classText(say: Say, rule: Measured, { from, until, word }: LegendClass, tenThousand: string): string {
  if (word !== null) return valueText(say, rule, word, tenThousand);
  if (from === null || until === null) return say("chart.looks.others");
  const text = (value: number) => valueText(say, rule, value, tenThousand);
  return from === until ? text(from) : `${text(from)}–${text(until)}`;
}

export const legendTitle = (say: Say, rule: LookRule): string =>
  say("chart.looks.legend", { trait: say(traitKeys[rule.trait]), measure: measureWord(say, rule) });
