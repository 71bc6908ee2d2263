// The looks of the open chart, worked out once for canvas and legend.
import { useMemo } from "react";
import { applyLooks, type Looks } from "../../../shared/chart/looks/applyLooks.ts";
import { useChart } from "../../state/chart.ts";
import { usePreferences } from "../../state/preferences.ts";
import { tokensOf } from "../../styles/tokens.ts";
import { chartThemeOf } from "./chartTheme.ts";

const none: Looks = { nodes: new Map(), links: new Map(), legend: [] };

export function useLooks(): Looks {
  const model = useChart((state) => state.chart.model);
  const name = usePreferences((state) => state.theme);
  const rules = model.arrangement.looks?.rules;
  const { nodes, links, disabled } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: places and notes do not change looks
  return useMemo(
    () => (rules === undefined || rules.length === 0 ? none : applyLooks(model, rules, chartThemeOf(tokensOf(name, "normal")).looks)),
    [rules, nodes, links, disabled, name],
  );
}
