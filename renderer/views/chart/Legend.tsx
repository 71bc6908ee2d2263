// Kinds and links that stand on the chart, in words.

import { familyOf, linkFamilies } from "../../../shared/chart/linkLook.ts";
import type { LegendClass, RuleLegend } from "../../../shared/chart/looks/applyLooks.ts";
import { lookIcons } from "../../../shared/chart/looks/lookIcons.ts";
import { entityKinds } from "../../../shared/model/entity.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { KindGlyph } from "../../parts/index.ts";
import { SvgMarkup } from "../../parts/SvgMarkup.tsx";
import { useChart } from "../../state/chart.ts";
import { classText, legendTitle, readingWord } from "./lookWords.ts";
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
  const mark = ({ colour, size = 1, width }: LegendClass) =>
    width === undefined
      ? { background: colour, width: `${10 * size}px`, height: `${10 * size}px` }
      : { background: colour, width: "20px", height: `${width}px` };
  return (
    <span className="cw-legend-look" title={readingWord(t, rule)}>
      <b>{legendTitle(t, rule)}</b>
      {classes.map((one) => (
        <span key={`${one.from} ${one.until} ${one.word}`} className="cw-legend-look">
          {one.icon === undefined ? (
            <i className={one.width === undefined ? "" : "cw-legend-width"} style={mark(one)} />
          ) : (
            <svg
              className="cw-icon"
              viewBox="0 0 24 24"
              width={15}
              height={15}
              fill="none"
              stroke="currentColor"
              strokeWidth={2}
              aria-hidden="true"
            >
              <SvgMarkup markup={lookIcons[one.icon]!} />
            </svg>
          )}
          {classText(t, rule, one)}
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
