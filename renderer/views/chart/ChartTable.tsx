// The chart as a table for screen readers: every entity with what it is linked to.
import { useMemo } from "react";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { useChart } from "../../state/chart.ts";
import { selectEntities } from "../../state/selection.ts";
import { useLabelContext } from "./useLabelContext.ts";

/** More rows than anybody listens to; the rest is counted. */
const mostRows = 500;

export function ChartTable() {
  const t = useWords();
  const { mask } = useLabelContext();
  const { nodes, links } = useChart((state) => state.chart.model);
  const around = useMemo(() => {
    const lists = new Map<string, string[]>();
    const note = (ref: string, other: string) => void (lists.get(ref)?.push(other) ?? lists.set(ref, [other]));
    for (const link of links.values()) {
      note(link.from, link.to);
      note(link.to, link.from);
    }
    return lists;
  }, [links]);
  const labelOf = (ref: string) => {
    const node = nodes.get(ref);
    return node === undefined ? "" : mask(node.kind, node.label);
  };
  return (
    <div className="cw-unseen">
      <table id="chart-table">
        <caption>{t("chart.table.caption", { n: nodes.size, links: links.size })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("chart.table.kind")}</th>
            <th scope="col">{t("chart.table.label")}</th>
            <th scope="col">{t("chart.table.linked")}</th>
          </tr>
        </thead>
        <tbody>
          {[...nodes.values()].slice(0, mostRows).map((node) => (
            <tr key={node.ref} onClick={() => selectEntities([node.ref])}>
              <td>{wordOf(t, kindKeys, node.kind)}</td>
              <td>{labelOf(node.ref)}</td>
              <td>{(around.get(node.ref) ?? []).slice(0, 20).map(labelOf).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
