// What is wrong with a day as it was typed: the sentence that stays under the field, and that keeps its form from being sent.
import type { Translate } from "../i18n/index.ts";
import { printMoment, readMoment } from "./readMoment.ts";

export interface MomentRule {
  readonly hasClock: boolean;
  readonly isRequired: boolean;
  readonly min: string | undefined;
  readonly max: string | undefined;
}

/** "" where nothing is; of nothing typed where something must be, the field itself goes back to what it was. */
export function problemOf(t: Translate, text: string, { hasClock, min, max }: MomentRule): string {
  if (text.trim() === "") return "";
  const read = readMoment(text, hasClock);
  if (read === null) return t(hasClock ? "frame.date.noClock" : "frame.date.noDay", { text: text.trim() });
  if (min !== undefined && read < min) return t("frame.date.early", { day: printMoment(min) });
  if (max !== undefined && read > max) return t("frame.date.late", { day: printMoment(max) });
  return "";
}

/** As long as a day, or a day with its clock, in full: what is typed that far counts at once, anything shorter when the field is left. */
export const isInFull = (text: string, hasClock: boolean): boolean => text.trim().length >= (hasClock ? 16 : 10);

/** Outside a form that the browser checks itself: shows the first field within that holds what cannot be read. True where there is one. */
export function showWrong(within: Element | null | undefined): boolean {
  const wrong = within?.querySelector<HTMLInputElement>("input:not([aria-hidden]):invalid");
  wrong?.reportValidity();
  return Boolean(wrong);
}
