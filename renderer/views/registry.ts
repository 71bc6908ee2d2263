// Every view by its name: a new view is one file, one line here and one in viewLook. Loaded when first visited.
import { type ComponentType, lazy } from "react";
import type { ViewName } from "../state/navigation.ts";
import type { ViewProps } from "./viewProps.ts";

const view = (load: () => Promise<ComponentType<ViewProps>>) => lazy(async () => ({ default: await load() }));

export const views: Readonly<Record<ViewName, ComponentType<ViewProps>>> = {
  overview: view(async () => (await import("./overview/OverviewView.tsx")).OverviewView),
  import: view(async () => (await import("./import/ImportView.tsx")).ImportView),
  resolve: view(async () => (await import("./resolve/ResolveView.tsx")).ResolveView),
  link: view(async () => (await import("./link/LinkView.tsx")).LinkView),
  group: view(async () => (await import("./group/GroupView.tsx")).GroupView),
  trace: view(async () => (await import("./trace/TraceView.tsx")).TraceView),
  chart: view(async () => (await import("./chart/ChartView.tsx")).ChartView),
  review: view(async () => (await import("./review/ReviewView.tsx")).ReviewView),
  audit: view(async () => (await import("./audit/AuditView.tsx")).AuditView),
  settings: view(async () => (await import("./settings/SettingsView.tsx")).SettingsView),
};
