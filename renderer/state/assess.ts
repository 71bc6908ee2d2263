// The clue that is being assessed: short ones stand in the address, long ones are kept here while the window is open.
import { create } from "zustand";
import type { Assessment } from "../../shared/review/assess/calls.ts";
import { engine } from "../rpc/engine.ts";
import { addElements, askLayout } from "./chart.ts";
import { newChart } from "./chartFiles.ts";
import { goTo } from "./navigation.ts";
import { tell } from "./toasts.ts";
import { tellUntold } from "./untold.ts";

// State

export interface ClueState {
  readonly text: string;
  /** What the address said last: what was typed since stays when the page is built anew. */
  readonly address: string;
}

export const useClue = create<ClueState>(() => ({ text: "", address: "" }));

// Producers

const page = "assess";
const longestInAddress = 120;

const isShort = (text: string): boolean => text.length <= longestInAddress && !/[\n\t]/.test(text);

/** What a chart of the clue shows: who it names, and their cases. */
export const refsOf = ({ entities, parts }: Assessment): readonly string[] => [
  ...new Set([...entities.map(({ entity }) => entity), ...(parts.cases?.found?.items ?? []).map((item) => `case:${item.case}`)]),
];

// Actions

export const writeClue = (text: string): void => useClue.setState({ text });

/** The address speaks once: a reload and the way back bring its clue, a page built anew leaves what was typed. */
export function readAddress(address: string): void {
  if (address !== "" && address !== useClue.getState().address) useClue.setState({ text: address, address });
}

/** Opens the page with a clue, or as it was left. */
export function openAssessment(text?: string): void {
  const address = text !== undefined && isShort(text) ? text : "";
  if (text !== undefined) useClue.setState({ text, address });
  goTo("review", address === "" ? page : `${page}/${address}`);
}

const mostAtFirst = 36;

/** A new chart of these entities and what joins them. */
export async function chartOf(refs: readonly string[]): Promise<void> {
  const elements = await engine.call("chart.readElements", { refs: [...refs] });
  newChart();
  addElements("add", elements, { x: 0, y: 0 });
  askLayout(elements.nodes.length <= mostAtFirst ? "levels" : "force", true);
  goTo("chart");
}

export async function storeClue(text: string, number: string, type: string): Promise<string> {
  const said = { ...(number.trim() !== "" && { number: number.trim() }), type };
  const { case: stored, untold } = await engine.call("assess.storeCase", { text, ...said });
  tell("assess.toast.stored", { case: stored });
  tellUntold(untold);
  return stored;
}
