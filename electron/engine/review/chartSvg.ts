// The picture of a chart as the exports and the reports draw it. Nothing native is loaded here: the engine itself may call it.
import type { ChartDocument } from "../../../shared/chart/calls.ts";
import type { ChartElements } from "../../../shared/chart/elements.ts";
import { familyKeys } from "../../../shared/chart/familyKeys.ts";
import { fromDocument } from "../../../shared/chart/graphModel.ts";
import { isFaded } from "../../../shared/chart/muted.ts";
import type { PaperChoice } from "../../../shared/chart/paper.ts";
import { paperTheme } from "../../../shared/chart/paperTheme.ts";
import { legendOf } from "../../../shared/chart/writeLegend.ts";
import { writeSvg } from "../../../shared/chart/writeSvg.ts";
import { kindKeys } from "../../../shared/look/vocabularyKeys.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { ChartFormat } from "../../../shared/review/exportCalls.ts";
import { maskLabel } from "../../../shared/review/mask.ts";
import type { Language } from "../../../shared/words.ts";
import { createSentences } from "../../words.ts";

export interface ChartTaskInput {
  readonly title: string;
  readonly document: ChartDocument;
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

export function chartSvg({ title, document, elements, at, language, ...input }: ChartTaskInput, fontFace = ""): string {
  const say = createSentences(language);
  const model = fromDocument(document, elements);
  const legendWords = {
    kinds: Object.fromEntries(Object.entries(kindKeys).map(([kind, key]) => [kind, say(key)])),
    families: {
      transfer: say(familyKeys.transfer),
      call: say(familyKeys.call),
      evidence: say(familyKeys.evidence),
      fact: say(familyKeys.fact),
    },
    unconfirmed: say("chart.legend.unconfirmed"),
    disabled: say("chart.legend.disabled"),
  };
  return writeSvg(model, {
    theme: paperTheme,
    mask: maskOf({ title, document, elements, at, language, ...input }),
    title,
    subtitle: say("export.chart.subtitle", {
      at: isoTime(at).slice(0, 16).replace("T", " "),
      n: model.nodes.size,
      links: model.links.size,
    }),
    legend: legendOf(model, legendWords),
    tenThousand: language === "zh-CN" ? say("chart.label.tenThousand") : "",
    isMuted: (node) => isFaded(document.filter, node),
    fontFace,
  });
}
