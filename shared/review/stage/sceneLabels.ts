// What stands under a node on the wall: at most two lines of about eight letters, a case by its day, others by name or tail.
import type { ChartNode } from "../../chart/elements.ts";
import { chartMoney, type Mask, nodeLabel } from "../../chart/labels.ts";
import { isoDate } from "../../model/time.ts";
import { fitText, stageSizes } from "./stageLook.ts";

export interface SceneWords {
  /** `9 月 14 日` from month and day. */
  readonly day: (month: number, day: number) => string;
  readonly tenThousand: string;
  /** Labels come masked where the session is; the key of an entity that is no longer there does not. */
  readonly mask: Mask;
}

const letters = 8;

export function sceneLabel(node: ChartNode, words: SceneWords): readonly string[] {
  const { first, second } = nodeLabel(node, words.mask, words.tenThousand);
  const named = node.kind === "case" && node.firstAt !== null ? dayOf(node.firstAt, words) : first;
  const width = letters * stageSizes.label;
  return [named, second].filter((line) => line !== "").map((line) => fitText(line, stageSizes.label, width));
}

function dayOf(at: number, { day }: SceneWords): string {
  const [, month, date] = isoDate(at).split("-");
  return day(Number(month), Number(date));
}

const amount = /^\d+(\.\d+)?$/;

/** Loss of cases in 1/100, by the notes of their nodes; null where none tells one. */
export function lossOf(nodes: readonly ChartNode[]): number | null {
  const told = nodes.filter(({ kind, note }) => kind === "case" && amount.test(note));
  return told.length === 0 ? null : told.reduce((sum, { note }) => sum + Math.round(Number(note) * 100), 0);
}

export const moneyText = (hundredths: number, { tenThousand }: SceneWords): string => chartMoney(hundredths, tenThousand);
