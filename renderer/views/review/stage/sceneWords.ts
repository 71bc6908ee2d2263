// The words that a scene is drawn with, always masked: the wall is a place for many.
import { useMemo } from "react";
import { maskLabel } from "../../../../shared/review/mask.ts";
import type { DrawOptions } from "../../../../shared/review/stage/drawScene.ts";
import { moneyText, type SceneWords } from "../../../../shared/review/stage/sceneLabels.ts";
import { type Translate, useLanguage, useWords } from "../../../i18n/index.ts";

export const sceneWordsOf = (t: Translate, isChinese: boolean): SceneWords => ({
  day: (month, day) => t("review.stage.day", { month, day }),
  tenThousand: isChinese ? t("chart.label.tenThousand") : "",
  mask: maskLabel,
});

export function panelTextOf(t: Translate, words: SceneWords): DrawOptions["panelText"] {
  return (count, loss) =>
    loss === null ? t("review.stage.cases", { count }) : t("review.stage.casesLoss", { count, sum: moneyText(loss, words) });
}

export function useSceneWords(): Pick<DrawOptions, "words" | "panelText"> {
  const t = useWords();
  const language = useLanguage();
  return useMemo(() => {
    const words = sceneWordsOf(t, language === "zh-CN");
    return { words, panelText: panelTextOf(t, words) };
  }, [t, language]);
}
