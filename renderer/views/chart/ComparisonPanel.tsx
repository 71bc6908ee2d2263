// The chart held against a snapshot: what is different, in words; a line selects what it speaks of. The canvas shows the same in colour.
import { useMemo } from "react";
import { type ChartDifference, compareCharts, countByKind } from "../../../shared/chart/compareCharts.ts";
import type { ShownNode } from "../../../shared/chart/graphModel.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatCount, formatTime, IconButton } from "../../parts/index.ts";
import { type Comparison, useChart } from "../../state/chart.ts";
import { stopComparing } from "../../state/chartSnapshots.ts";
import { selectEntities } from "../../state/selection.ts";
import "./comparison.css";

interface Line {
  readonly key: string;
  readonly tone: "plus" | "contra" | "neutral";
  readonly text: string;
  readonly refs: readonly string[];
}

/** `4 起案件、2 个账户`: each kind with its count and, in Chinese, its measure word. */
export const kindList = (t: Translate, nodes: readonly ShownNode[]): string =>
  countByKind(nodes)
    .map(({ kind, count }) =>
      kind === "case"
        ? t("chart.difference.cases", { count, n: formatCount(count) })
        : t("chart.difference.kind", { n: formatCount(count), kind: wordOf(t, kindKeys, kind) }),
    )
    .join(t("chart.difference.and"));

const refsOf = (nodes: readonly ShownNode[]) => nodes.map((node) => node.ref);

/** The written list, empty lines left out. */
export function differenceLines(t: Translate, difference: ChartDifference, merges: number): readonly Line[] {
  const { came, went, cameLinks, wentLinks, moved, switchedOff, switchedOn, parts } = difference;
  const notes = parts.notes.came.length + parts.notes.went.length + parts.notes.changed.length;
  const groups = parts.groups.came.length + parts.groups.went.length + parts.groups.changed.length;
  const n = (list: readonly unknown[]) => formatCount(list.length);
  const lines: readonly (Line & { readonly isThere: boolean })[] = [
    {
      key: "came",
      tone: "plus",
      isThere: came.length > 0,
      text: t("chart.difference.came", { kinds: kindList(t, came) }),
      refs: refsOf(came),
    },
    { key: "went", tone: "contra", isThere: went.length > 0, text: t("chart.difference.went", { kinds: kindList(t, went) }), refs: [] },
    { key: "merges", tone: "plus", isThere: merges > 0, text: t("chart.difference.merges", { count: merges }), refs: [] },
    { key: "cameLinks", tone: "plus", isThere: cameLinks.length > 0, text: t("chart.difference.cameLinks", { n: n(cameLinks) }), refs: [] },
    {
      key: "wentLinks",
      tone: "contra",
      isThere: wentLinks.length > 0,
      text: t("chart.difference.wentLinks", { n: n(wentLinks) }),
      refs: [],
    },
    {
      key: "off",
      tone: "neutral",
      isThere: switchedOff.length > 0,
      text: t("chart.difference.off", { n: n(switchedOff) }),
      refs: switchedOff,
    },
    { key: "on", tone: "neutral", isThere: switchedOn.length > 0, text: t("chart.difference.on", { n: n(switchedOn) }), refs: switchedOn },
    { key: "notes", tone: "neutral", isThere: notes > 0, text: t("chart.difference.notes", { n: notes }), refs: [] },
    { key: "groups", tone: "neutral", isThere: groups > 0, text: t("chart.difference.groups", { n: groups }), refs: [] },
    { key: "moved", tone: "neutral", isThere: moved.length > 0, text: t("chart.difference.moved", { n: n(moved) }), refs: moved },
  ];
  return lines.filter(({ isThere }) => isThere);
}

function Difference({ comparison }: { readonly comparison: Comparison }) {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const difference = useMemo(() => compareCharts(comparison.before, model), [comparison.before, model]);
  const lines = differenceLines(t, difference, comparison.merges);
  const at = formatTime(comparison.savedAt, "date");
  return (
    <section className="cw-comparison" aria-label={t("chart.difference.title", { at, name: comparison.name })} data-panel="" tabIndex={-1}>
      <header>
        <b>{t("chart.difference.title", { at, name: comparison.name })}</b>
        <IconButton icon="cross" label={t("chart.difference.close")} onClick={stopComparing} />
      </header>
      <ul>
        {lines.map(({ key, tone, text, refs }) => (
          <li key={key} className={`cw-difference-${tone}`}>
            {refs.length > 0 ? (
              <button type="button" onClick={() => selectEntities(refs)}>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        ))}
        {lines.length === 0 && <li className="cw-quiet">{t("chart.difference.none")}</li>}
      </ul>
      <p className="cw-quiet cw-small">{t("chart.difference.colours")}</p>
    </section>
  );
}

export function ComparisonPanel() {
  const comparison = useChart((state) => state.comparison);
  return comparison === null ? null : <Difference comparison={comparison} />;
}
