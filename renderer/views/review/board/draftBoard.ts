// Makes the storyboard of a series: a draft of scenes to work on.
import type { SeriesDetail } from "../../../../shared/group/calls.ts";
import { strengthKeys, weightOf } from "../../../../shared/link/strength.ts";
import { moneyText } from "../../../../shared/review/stage/sceneLabels.ts";
import type { Translate } from "../../../i18n/index.ts";
import { kindKeys, netidKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { engine } from "../../../rpc/engine.ts";
import { changeBoard, openBoard } from "../../../state/storyboards.ts";
import { type DraftWords, draftScenes } from "../../../state/takeScene.ts";
import { sceneWordsOf } from "../stage/sceneWords.ts";

const day = (iso: string | null): string => (iso ?? "").slice(0, 10);

function wordsOf(t: Translate, isChinese: boolean): DraftWords {
  const scene = sceneWordsOf(t, isChinese);
  const money = ({ loss }: SeriesDetail) => moneyText(Math.round(Number(loss) * 100), scene);
  return {
    scene,
    all: (count) => t("review.draft.all", { count }),
    allLine: (detail, shown) => {
      const values = { from: day(detail.firstAt), until: day(detail.lastAt), sum: money(detail), shown, count: detail.cases.length };
      return shown === detail.cases.length ? t("review.draft.allLine", values) : t("review.draft.someLine", values);
    },
    shared: ({ kind, subtype, nth, cases }) => {
      const word = wordOf(t, netidKeys, subtype);
      const values = { kind: word === subtype ? wordOf(t, kindKeys, kind) : word, count: cases, nth };
      return nth === 1 ? t("review.draft.shared", values) : t("review.draft.sharedNext", values);
    },
    sharedLine: (detail, { cases, shown, bits }) => {
      const values = { count: detail.cases.length, cases, shown, strength: t(strengthKeys[weightOf(bits)]), bits: bits.toFixed(1) };
      return cases === shown ? t("review.draft.sharedLine", values) : t("review.draft.someSharedLine", values);
    },
    without: t("review.draft.without"),
    withoutLine: t("review.draft.withoutLine"),
    next: t("review.draft.next"),
    nextLine: t("review.draft.nextLine"),
  };
}

export async function draftBoard(series: string, t: Translate, isChinese: boolean): Promise<void> {
  const [detail, opened] = await Promise.all([
    engine.call("group.readSeries", { series }),
    engine.call("chart.openSubject", { subject: `series:${series}` }),
  ]);
  const scenes = draftScenes(detail, opened, wordsOf(t, isChinese));
  const { id } = await engine.call("review.createStoryboard", { name: t("review.draft.name", { series }), subject: `series:${series}` });
  await changeBoard(id, { step: "add", scenes: [...scenes], at: null });
  openBoard(id);
}
