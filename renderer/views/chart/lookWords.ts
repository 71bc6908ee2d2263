// What looks go by, in the words of the window's language.
import type { LookRule } from "../../../shared/chart/document.ts";
import type { LegendClass } from "../../../shared/chart/looks/applyLooks.ts";
import * as looks from "../../../shared/chart/looks/lookWords.ts";
import type { MeasureValue } from "../../../shared/chart/looks/measures.ts";
import type { Translate } from "../../i18n/index.ts";
import { tenThousandWord } from "./useLabelContext.ts";

export { readySetKeys, traitKeys } from "../../../shared/chart/looks/lookWords.ts";

type Measured = Pick<LookRule, "on" | "by">;

const sayWith =
  (t: Translate): looks.Say =>
  (key, values) =>
    t(key, values ?? {});

export const measureWord = (t: Translate, rule: Measured): string => looks.measureWord(sayWith(t), rule);
export const readingWord = (t: Translate, rule: Measured): string => looks.readingWord(sayWith(t), rule);
export const legendTitle = (t: Translate, rule: LookRule): string => looks.legendTitle(sayWith(t), rule);
export const valueText = (t: Translate, rule: Measured, value: MeasureValue): string =>
  looks.valueText(sayWith(t), rule, value, tenThousandWord());
export const classText = (t: Translate, rule: Measured, one: LegendClass): string =>
  looks.classText(sayWith(t), rule, one, tenThousandWord());
