// Every view by its name: a new view is one file and one line here. Loaded when first visited.
import { type ComponentType, lazy } from "react";
import type { IconName } from "../parts/index.ts";
import type { ViewName } from "../state/navigation.ts";

export interface ViewProps {
  /** What of the view is asked for: a series, a pair `A|B`, an entity; "" for none. */
  readonly subject: string;
}

export interface ViewEntry {
  readonly icon: IconName;
  /** Key of its word in the rail. */
  readonly word: string;
  readonly component: ComponentType<ViewProps>;
}

const view = (icon: IconName, word: string, load: () => Promise<ComponentType<ViewProps>>): ViewEntry => ({
  icon,
  word,
  component: lazy(async () => ({ default: await load() })),
});

export const views: Readonly<Record<ViewName, ViewEntry>> = {
  overview: view("home", "frame.stage.overview", async () => (await import("./overview/OverviewView.tsx")).OverviewView),
  import: view("fileImport", "frame.stage.import", async () => (await import("./import/ImportView.tsx")).ImportView),
  resolve: view("fingerprint", "frame.stage.resolve", async () => (await import("./resolve/ResolveView.tsx")).ResolveView),
  link: view("link", "frame.stage.link", async () => (await import("./link/LinkView.tsx")).LinkView),
  group: view("topology", "frame.stage.group", async () => (await import("./group/GroupView.tsx")).GroupView),
  trace: view("route", "frame.stage.trace", async () => (await import("./trace/TraceView.tsx")).TraceView),
  chart: view("affiliate", "frame.stage.chart", async () => (await import("./chart/ChartView.tsx")).ChartView),
  review: view("presentation", "frame.stage.review", async () => (await import("./review/ReviewView.tsx")).ReviewView),
  audit: view("shield", "frame.stage.audit", async () => (await import("./audit/AuditView.tsx")).AuditView),
  settings: view("settings", "frame.stage.settings", async () => (await import("./settings/SettingsView.tsx")).SettingsView),
};
