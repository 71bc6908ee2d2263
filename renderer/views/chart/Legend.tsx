// Kinds and links that stand on the chart, in words.

import { familyOf, linkFamilies } from "../../../shared/chart/linkLook.ts";
import { entityKinds } from "../../../shared/model/entity.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { KindGlyph } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { familyKeys } from "./stepWords.ts";
import "./legend.css";

function Line({ className, word }: { readonly className: string; readonly word: string }) {
  return (
    <span className="cw-legend-item">
      <i className={`cw-legend-line ${className}`} aria-hidden="true" />
      {word}
    </span>
  );
}

export function Legend() {
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
    </div>
  );
}
