// Kinds on the chart by number: a bar is a toggle. What is filtered out goes grey where it stands.
import { entityKinds } from "../../../shared/model/entity.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatCount, KindGlyph } from "../../parts/index.ts";
import { toggleKind, useChart } from "../../state/chart.ts";
import "./docks.css";

export function countKinds(nodes: Iterable<{ readonly kind: string }>): readonly { readonly kind: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = (kind: string) => (entityKinds as readonly string[]).indexOf(kind);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || order(a.kind) - order(b.kind));
}

export function KindHistogram() {
  const t = useWords();
  const { nodes, filter } = useChart((state) => state.chart.model);
  const counts = countKinds(nodes.values());
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <section className="cw-dock cw-dock-kinds" data-panel="" tabIndex={-1} aria-label={t("chart.kinds.title")}>
      <header>
        <b>{t("chart.kinds.title")}</b>
        <span className="cw-quiet cw-small">{t("chart.kinds.note")}</span>
      </header>
      <div className="cw-kind-bars">
        {counts.map(({ kind, count }) => (
          <button key={kind} type="button" aria-pressed={!filter.hiddenKinds.includes(kind)} onClick={() => toggleKind(kind)}>
            <KindGlyph kind={kind} size={15} />
            <span>{wordOf(t, kindKeys, kind)}</span>
            <i className="cw-bar">
              <i style={{ width: `${(count / most) * 100}%` }} />
            </i>
            <span className="cw-number">{formatCount(count)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
