// Whether people are seen as identities or as the records they were merged from; and the chart drawn by it.
import { create } from "zustand";
import type { IdentityRecords } from "../../shared/model/entity.ts";
import { useChart } from "./chart.ts";

// State

export interface IdentityView {
  readonly seeAs: "identity" | "record";
  /** Records of the open chart that are one. */
  readonly onChart: readonly IdentityRecords[];
}

const none: readonly IdentityRecords[] = [];

export const useIdentities = create<IdentityView>(() => ({ seeAs: "identity", onChart: none }));

// Actions

export const seeAs = (how: IdentityView["seeAs"]): void => useIdentities.setState({ seeAs: how });

/** Draws the open chart by its identities, or its records. No step: the document is the same, and what was kept stays kept. */
export function drawIdentities(): void {
  const { seeAs: how, onChart } = useIdentities.getState();
  const wanted = how === "identity" ? onChart : none;
  useChart.setState((view) => {
    const { chart, kept } = view;
    if (chart.model.identities === wanted) return view;
    const model = { ...chart.model, identities: wanted };
    return { chart: { ...chart, model }, kept: kept === chart.model ? model : kept };
  });
}
