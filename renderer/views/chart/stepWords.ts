// Code → key: names of steps and layouts, and what a link is called seen from one of its ends.
import type { Alignment } from "../../../shared/chart/align.ts";
import type { StepCode } from "../../../shared/chart/history.ts";
import type { LayoutId } from "../../../shared/chart/layouts.ts";
import type { TimelineLane } from "../../../shared/chart/timeline.ts";
import type { Translate } from "../../i18n/index.ts";
import { linkKeys, wordOf } from "../../i18n/vocabulary.ts";

export { familyKeys } from "../../../shared/chart/familyKeys.ts";

export const stepKeys: Readonly<Record<StepCode, string>> = {
  add: "chart.step.add",
  expand: "chart.step.expand",
  remove: "chart.step.remove",
  move: "chart.step.move",
  layout: "chart.step.layout",
  disable: "chart.step.disable",
  enable: "chart.step.enable",
  pin: "chart.step.pin",
  unpin: "chart.step.unpin",
  filter: "chart.step.filter",
  group: "chart.step.group",
  ungroup: "chart.step.ungroup",
  collapse: "chart.step.collapse",
  unfold: "chart.step.unfold",
  note: "chart.step.note",
  noteGone: "chart.step.noteGone",
  grade: "chart.step.grade",
  draft: "chart.step.draft",
  arrange: "chart.step.arrange",
  looks: "chart.step.looks",
  align: "chart.step.align",
  merge: "chart.step.merge",
  restore: "chart.step.restore",
};

export const layoutKeys: Readonly<Record<LayoutId, string>> = {
  force: "chart.layout.force",
  levels: "chart.layout.levels",
  layered: "chart.layout.layered",
  radial: "chart.layout.radial",
  time: "chart.layout.time",
  circles: "chart.layout.circles",
  circle: "chart.layout.circle",
  grid: "chart.layout.grid",
};

export const layoutNoteKeys: Readonly<Record<LayoutId, string>> = {
  force: "chart.layout.forceNote",
  levels: "chart.layout.levelsNote",
  layered: "chart.layout.layeredNote",
  radial: "chart.layout.radialNote",
  time: "chart.layout.timeNote",
  circles: "chart.layout.circlesNote",
  circle: "chart.layout.circleNote",
  grid: "chart.layout.gridNote",
};

export const alignmentKeys: Readonly<Record<Alignment, string>> = {
  left: "chart.align.left",
  centre: "chart.align.centre",
  right: "chart.align.right",
  top: "chart.align.top",
  middle: "chart.align.middle",
  bottom: "chart.align.bottom",
  spreadAcross: "chart.align.spreadAcross",
  spreadDown: "chart.align.spreadDown",
};

export const laneKeys: Readonly<Record<TimelineLane["id"], string>> = {
  case: "chart.timeline.case",
  transfer: "chart.timeline.transfer",
  call: "chart.timeline.call",
  other: "chart.timeline.other",
};

const directedKeys: Readonly<Record<string, string>> = {
  "transfer|out": "chart.expand.transferOut",
  "transfer|in": "chart.expand.transferIn",
  "call|out": "chart.expand.callOut",
  "call|in": "chart.expand.callIn",
  "message|out": "chart.expand.messageOut",
  "message|in": "chart.expand.messageIn",
};

export function groupWord(t: Translate, link: string, direction: string): string {
  const key = directedKeys[`${link}|${direction}`];
  return key === undefined ? wordOf(t, linkKeys, link) : t(key);
}
