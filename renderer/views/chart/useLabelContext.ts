// What labels on the chart depend on besides the facts: masking, words of the language, dates.
import { useMemo } from "react";
import type { LabelContext } from "../../../shared/chart/elementData.ts";
import { openMask } from "../../../shared/chart/labels.ts";
import { entityKinds } from "../../../shared/model/entity.ts";
import { maskLabel } from "../../../shared/review/mask.ts";
import { type Translate, useWords, words } from "../../i18n/index.ts";
import { linkKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatTime } from "../../parts/index.ts";
import { iconMarkups } from "../../parts/kindGlyph.ts";
import { usePreferences } from "../../state/preferences.ts";

const subtypesWithIcon = new Set(Object.keys(iconMarkups).filter((name) => !(entityKinds as readonly string[]).includes(name)));

/** Money is counted in 万 in Chinese only. */
export const tenThousandWord = (): string => (words.language === "zh-CN" ? words.t("chart.label.tenThousand") : "");

export function labelContextOf(t: Translate, isMasked: boolean): LabelContext {
  return {
    mask: isMasked ? maskLabel : openMask,
    words: {
      kinds: Object.fromEntries(Object.keys(linkKeys).map((kind) => [kind, wordOf(t, linkKeys, kind)])),
      tenThousand: tenThousandWord(),
      bits: t("chart.label.bits"),
    },
    date: (at) => formatTime(at, "date"),
    subtypesWithIcon,
  };
}

export function useLabelContext(): LabelContext {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  return useMemo(() => labelContextOf(t, isMasked), [t, isMasked]);
}
