// The clue that is being assessed: short ones stand in the address, long ones are kept here while the window is open.
import { create } from "zustand";
import type { Assessment } from "../../shared/review/assess/calls.ts";
import type { CaseDraft } from "../../shared/review/assess/caseDraft.ts";
import { formatBits } from "../parts/format.ts";
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

/** What the text is as a whole, where that is known: opened by one key. */
export interface OpenTarget {
  readonly view: "link" | "group" | "chart";
  readonly subject: string;
  readonly kind: "case" | "series" | "ring" | "entity";
  /** As it may be shown. */
  readonly name: string;
}

/** Named outright, not reached through another. */
const isNamed = ({ by }: Assessment["entities"][number]): boolean => by === "identifier" || by === "key" || by === "name";

/** `S-12`, `R-3`. */
function groupOf(typed: string, { series, rings }: Assessment["parts"]): OpenTarget | null {
  const id = typed.toUpperCase();
  if (series?.found?.items.some((one) => one.series === id)) return { view: "group", subject: id, kind: "series", name: id };
  return rings?.found?.items.some(({ ring }) => ring === id) ? { view: "group", subject: id, kind: "ring", name: id } : null;
}

/** Null where the text says more than one thing, or where several are meant. */
export function targetOf(text: string, { items, entities, parts }: Assessment): OpenTarget | null {
  const typed = text.trim();
  if (/^[SR]-\d+$/i.test(typed)) return groupOf(typed, parts);
  const [numbered, ...others] = (parts.cases?.found?.items ?? []).filter(({ through }) => through.length === 0);
  if (numbered && others.length === 0 && /^[\w-]+$/.test(typed))
    return { view: "link", subject: numbered.case, kind: "case", name: numbered.case };
  const start = text.indexOf(typed);
  const isWhole = items.every((item) => item.start <= start && item.end >= start + typed.length);
  const [entity, ...more] = entities.filter(isNamed);
  if (!entity || more.length > 0 || !isWhole || /[\n\t]/.test(typed)) return null;
  return { view: "chart", subject: entity.entity, kind: "entity", name: entity.label };
}

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

export async function storeClue(text: string, number: string, said: CaseDraft): Promise<string> {
  const named = number.trim() === "" ? {} : { number: number.trim() };
  const { case: stored, matches, untold } = await engine.call("assess.storeCase", { text, ...named, ...said });
  const fit = matches.filter((match) => match.case === stored).toSorted((a, b) => b.bits - a.bits)[0];
  if (fit === undefined) tell("assess.toast.stored", { case: stored });
  else tell("assess.toast.storedLike", { case: stored, series: fit.series, bits: formatBits(fit.bits) });
  tellUntold(untold);
  return stored;
}
