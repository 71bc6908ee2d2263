// The histogram of what is on the chart. Of kinds a bar filters or selects; of all others it selects: any of the bars, or what stands in all of them.
import { useMemo, useState } from "react";
import { type Bar, barsOf, chosenBy, type FacetName, facetNames, facets } from "../../../../shared/chart/views/facets.ts";
import { type Translate, useWords } from "../../../i18n/index.ts";
import { kindKeys, linkKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { formatCount, KindGlyph, Segmented } from "../../../parts/index.ts";
import { toggleKind, useChart } from "../../../state/chart.ts";
import { changeDocks, useChartDocks } from "../../../state/chartDocks.ts";
import { selectEntities, useSelection } from "../../../state/selection.ts";
import { DockTabs } from "./DockTabs.tsx";
import { facetKeys } from "./dockWords.ts";

const amountKeys: Readonly<Record<string, string>> = {
  "1000": "chart.facet.under1k",
  "10000": "chart.facet.under10k",
  "100000": "chart.facet.under100k",
  "1000000": "chart.facet.under1m",
  "": "chart.facet.over1m",
};

function valueWord(t: Translate, facet: FacetName, value: string, labelOf: (ref: string) => string): string {
  if (facet === "kind") return wordOf(t, kindKeys, value);
  if (facet === "link") return wordOf(t, linkKeys, value);
  if (facet === "amount") return wordOf(t, amountKeys, value);
  return facet === "case" ? labelOf(value) : value;
}

/** More bars than anybody reads; how many are left is said. */
const mostBars = 200;
type Mode = "filter" | "any" | "all";

interface BarsProps {
  readonly facet: FacetName;
  readonly bars: readonly Bar[];
  readonly filters: boolean;
  readonly isPressed: (bar: Bar) => boolean;
  readonly onPress: (bar: Bar) => void;
}

function Bars({ facet, bars, filters, isPressed, onPress }: BarsProps) {
  const t = useWords();
  const nodes = useChart((state) => state.chart.model.nodes);
  const chosen = useSelection((state) => state.entities);
  const lit = useMemo(() => new Set(chosen.filter((ref) => nodes.has(ref))), [chosen, nodes]);
  const most = Math.max(1, ...bars.map(({ refs }) => refs.length));
  const labelOf = (ref: string) => nodes.get(ref)?.label.slice(-8) ?? ref;
  return (
    <div className={filters ? "cw-kind-bars cw-filter-bars" : "cw-kind-bars"}>
      {bars.slice(0, mostBars).map((bar) => {
        const selected = lit.size === 0 ? 0 : bar.refs.filter((ref) => lit.has(ref)).length;
        const word = valueWord(t, facet, bar.value, labelOf);
        return (
          <button key={bar.value} type="button" aria-pressed={isPressed(bar)} title={word} onClick={() => onPress(bar)}>
            {facet === "kind" && <KindGlyph kind={bar.value} size={15} />}
            <span>{word}</span>
            <i className="cw-bar">
              <i style={{ width: `${(bar.refs.length / most) * 100}%` }} className={lit.size > 0 ? "cw-bar-rest" : ""} />
              {selected > 0 && <i style={{ width: `${(selected / most) * 100}%` }} />}
            </i>
            <span className="cw-number">
              {selected > 0 ? `${formatCount(selected)}/${formatCount(bar.refs.length)}` : formatCount(bar.refs.length)}
            </span>
          </button>
        );
      })}
      {bars.length > mostBars && <p className="cw-quiet cw-small">{t("chart.facet.left", { n: bars.length - mostBars })}</p>}
    </div>
  );
}

/** Which bars were pressed last, and what that selected: another selection made elsewhere releases them. */
interface Pressed {
  readonly facet: FacetName;
  readonly values: readonly string[];
  readonly refs: readonly string[];
}

const nothing: Pressed = { facet: "kind", values: [], refs: [] };

function usePressed(facet: FacetName, bars: readonly Bar[], mode: Mode) {
  const [pressed, setPressed] = useState<Pressed>(nothing);
  const entities = useSelection((state) => state.entities);
  const holds = pressed.facet === facet && pressed.values.length > 0 && isSame(pressed.refs, entities);
  const values = holds ? pressed.values : [];
  const choose = (next: readonly string[], as: Mode) => {
    const refs = chosenBy(bars, next, as === "all");
    setPressed({ facet, values: next, refs });
    selectEntities(refs);
  };
  const press = ({ value }: Bar) => choose(values.includes(value) ? values.filter((other) => other !== value) : [...values, value], mode);
  return { values, press, again: (as: Mode) => values.length > 0 && choose(values, as) };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  const known = new Set(a);
  return a.length === b.length && b.every((ref) => known.has(ref));
}

export function FacetDock() {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const timeWindow = useSelection((state) => state.timeWindow);
  const facet = useChartDocks((state) => state.facet);
  const [isFiltering, setFiltering] = useState(true);
  const [isAll, setAll] = useState(false);
  const bars = useMemo(() => barsOf(model, facet, timeWindow), [model, facet, timeWindow]);
  const { isMany } = facets[facet];
  const filters = facet === "kind" && isFiltering;
  const mode: Mode = isMany && isAll ? "all" : "any";
  const { values, press, again } = usePressed(facet, bars, mode);
  const turn = (next: Mode) => {
    setAll(next === "all");
    again(next);
  };
  return (
    <section className="cw-dock cw-dock-kinds" data-panel="" tabIndex={-1} aria-label={t("chart.facet.title")}>
      <DockTabs
        label={t("chart.facet.title")}
        tabs={facetNames.map((id) => ({ id, word: t(facetKeys[id]) }))}
        active={facet}
        onChoose={(id) => changeDocks({ facet: id })}
      >
        {facet === "kind" && (
          <Segmented
            label={t("chart.facet.click")}
            value={isFiltering ? "filter" : "any"}
            options={[
              { value: "filter", text: t("chart.facet.filter") },
              { value: "any", text: t("chart.facet.select") },
            ]}
            onChange={(next) => setFiltering(next === "filter")}
          />
        )}
        {isMany && (
          <Segmented
            label={t("chart.facet.several")}
            value={mode}
            options={[
              { value: "any", text: t("chart.facet.any") },
              { value: "all", text: t("chart.facet.all") },
            ]}
            onChange={turn}
          />
        )}
      </DockTabs>
      {bars.length === 0 && <p className="cw-quiet cw-dock-none">{t("chart.facet.none")}</p>}
      <Bars
        facet={facet}
        bars={bars}
        filters={filters}
        isPressed={({ value }) => (filters ? !model.filter.hiddenKinds.includes(value) : values.includes(value))}
        onPress={(bar) => (filters ? toggleKind(bar.value) : press(bar))}
      />
    </section>
  );
}
