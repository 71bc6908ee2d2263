// Kinds and links that stand on the chart, in words.

import { familyOf, linkFamilies } from "../../../shared/chart/linkLook.ts";
import type { LegendClass, RuleLegend } from "../../../shared/chart/looks/applyLooks.ts";
import { entityKinds } from "../../../shared/model/entity.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { KindGlyph } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { measureWord, readingWord, traitKeys, valueText } from "./lookWords.ts";
import { familyKeys } from "./stepWords.ts";
import { useLooks } from "./useLooks.ts";
import "./legend.css";

function Line({ className, word }: { readonly className: string; readonly word: string }) {
  return (
    <span className="cw-legend-item">
      <i className={`cw-legend-line ${className}`} aria-hidden="true" />
      {word}
    </span>
  );
}

/** The values that each look stands for; colours, sizes and widths as on the canvas. */
function LookLegend({ legend: { rule, classes } }: { readonly legend: RuleLegend }) {
  const t = useWords();
  if (classes.length === 0) return null;
  const text = ({ from, until, word }: LegendClass) => {
    if (word !== null) return valueText(t, rule, word);
    if (from === null || until === null) return t("chart.looks.others");
    return from === until ? valueText(t, rule, from) : `${valueText(t, rule, from)}–${valueText(t, rule, until)}`;
  };
  const mark = ({ colour, size = 1, width }: LegendClass) =>
    width === undefined
      ? { background: colour, width: `${10 * size}px`, height: `${10 * size}px` }
      : { background: colour, width: "20px", height: `${width}px` };
  return (
    <span className="cw-legend-look" title={readingWord(t, rule)}>
      <b>{t("chart.looks.legend", { trait: t(traitKeys[rule.trait]), measure: measureWord(t, rule) })}</b>
      {classes.map((one) => (
        <span key={`${one.from} ${one.until} ${one.word}`} className="cw-legend-look">
          <i className={one.width === undefined ? "" : "cw-legend-width"} style={mark(one)} />
          {text(one)}
        </span>
      ))}
    </span>
  );
}

export function Legend() {
  const looks = useLooks();
  const t = useWords();
  const { nodes, links, disabled } = useChart((state) => state.chart.model);
  const kinds = new Set([...nodes.values()].map((node) => node.kind));
  const families = new Set([...links.values()].map((link) => familyOf(link.kind)));
  const isUnconfirmed = [...links.values()].some((link) => !link.confirmed);
  return (
    <div className="cw-chart-legend">
      {entityKinds
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span key={kind} className="cw-legend-item">
            <KindGlyph kind={kind} size={15} />
            {wordOf(t, kindKeys, kind)}
          </span>
        ))}
      <span className="cw-legend-lines">
        {linkFamilies
          .filter((family) => families.has(family))
          .map((family) => (
            <Line key={family} className={`cw-legend-${family}`} word={t(familyKeys[family])} />
          ))}
        {isUnconfirmed && <Line className="cw-legend-dashed" word={t("chart.legend.unconfirmed")} />}
        {disabled.size > 0 && <Line className="cw-legend-dotted" word={t("chart.legend.disabled")} />}
      </span>
      {looks.legend.map((one) => (
        <LookLegend key={one.rule.id} legend={one} />
      ))}
    </div>
  );
}
