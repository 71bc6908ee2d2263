// The picture of a chart as the exports and the reports draw it. Nothing native is loaded here: the engine itself may call it.
import type { ChartDocument } from "../../../shared/chart/calls.ts";
import type { ChartElements } from "../../../shared/chart/elements.ts";
import { familyKeys } from "../../../shared/chart/familyKeys.ts";
import { fromDocument } from "../../../shared/chart/graphModel.ts";
import { applyLooks } from "../../../shared/chart/looks/applyLooks.ts";
import { classText, legendTitle, type Say, valueText } from "../../../shared/chart/looks/lookWords.ts";
import { isFaded } from "../../../shared/chart/muted.ts";
import type { PaperChoice } from "../../../shared/chart/paper.ts";
import { paperTheme } from "../../../shared/chart/paperTheme.ts";
import { type LegendWords, legendOf } from "../../../shared/chart/writeLegend.ts";
import { writeSvg } from "../../../shared/chart/writeSvg.ts";
import { kindKeys } from "../../../shared/look/vocabularyKeys.ts";
import type { IdentityRecords } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { ChartFormat } from "../../../shared/review/exportCalls.ts";
import { maskLabel } from "../../../shared/review/mask.ts";
import type { Language } from "../../../shared/words.ts";
import { createSentences } from "../../words.ts";

export interface ChartTaskInput {
  readonly title: string;
  readonly document: ChartDocument;
  /** Records that are one and drawn as one, as they are on screen. */
  readonly identities: readonly IdentityRecords[];
  /** Masked already where `isMasked`. */
  readonly elements: ChartElements;
  readonly footer: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly isMasked: boolean;
  readonly format: ChartFormat;
  readonly language: Language;
  readonly paper: PaperChoice;
  readonly scale: number;
}

/** Labels are masked before they come here; a ghost's, which is its key, is not. */
export const maskOf = ({ isMasked }: ChartTaskInput) => (isMasked ? maskLabel : (_kind: string, label: string) => label);

/** Words of a language for what an exported picture shows. */
function legendWordsOf(say: Say, tenThousand: string): LegendWords {
  return {
    kinds: Object.fromEntries(Object.entries(kindKeys).map(([kind, key]) => [kind, say(key)])),
    families: {
      transfer: say(familyKeys.transfer),
      call: say(familyKeys.call),
      evidence: say(familyKeys.evidence),
      fact: say(familyKeys.fact),
    },
    unconfirmed: say("chart.legend.unconfirmed"),
    disabled: say("chart.legend.disabled"),
    look: (rule) => legendTitle(say, rule),
    lookClass: (rule, one) => classText(say, rule, one, tenThousand),
  };
}

export function chartSvg(input: ChartTaskInput, fontFace = ""): string {
  const { title, document, elements, identities, at, language } = input;
  const say = createSentences(language);
  const model = { ...fromDocument(document, elements), identities };
  const tenThousand = language === "zh-CN" ? say("chart.label.tenThousand") : "";
  const { legend } = applyLooks(model, model.arrangement.looks?.rules ?? [], paperTheme.looks);
  return writeSvg(model, {
    theme: paperTheme,
    mask: maskOf(input),
    title,
    subtitle: say("export.chart.subtitle", {
      at: isoTime(at).slice(0, 16).replace("T", " "),
      n: model.nodes.size,
      links: model.links.size,
    }),
    legend: legendOf(model, legendWordsOf(say, tenThousand), legend),
    tenThousand,
    isMuted: (node) => isFaded(document.filter, node),
    valueText: (rule, value) => valueText(say, rule, value, tenThousand),
    fontFace,
  });
}
