// A graph that others keep: how each label is read, corrected by hand, and what opening or fetching it costs.
import { entityKinds } from "../../../shared/model/entity.ts";
import type { ServerReport } from "../../../shared/workspace/graphCalls.ts";
import type { GraphMapping, LabelMapping } from "../../../shared/workspace/graphMapping.ts";
import { useWords } from "../../i18n/index.ts";
import { joined } from "../../i18n/joined.ts";
import { kindKeys } from "../../i18n/vocabulary.ts";
import { Button, EmptyState, formatCount, IconButton, KindGlyph } from "../../parts/index.ts";
import { changeLabel, changeMapping, pullGraph, useGraphServer, withoutLabel } from "../../state/graphServer.ts";

function LabelRow({ mapping, row }: { readonly mapping: GraphMapping; readonly row: LabelMapping }) {
  const t = useWords();
  const set = (change: Partial<LabelMapping>) => changeMapping(changeLabel(mapping, row.label, change));
  const kinds = (entityKinds as readonly string[]).includes(row.kind) ? entityKinds : [row.kind, ...entityKinds];
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td>
        <span className="cw-graph-kind">
          <KindGlyph kind={row.kind} size={18} />
          <select
            className="cw-field"
            aria-label={t("graph.map.kindOf", { label: row.label })}
            value={row.kind}
            onChange={(event) => set({ kind: event.target.value })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindKeys[kind] ? t(kindKeys[kind]) : kind}
              </option>
            ))}
          </select>
        </span>
      </td>
      <td>
        <input
          className="cw-field"
          aria-label={t("graph.map.keyOf", { label: row.label })}
          value={row.key ?? ""}
          placeholder={t("graph.map.noKey")}
          onChange={(event) => set({ key: event.target.value.trim() === "" ? null : event.target.value.trim() })}
        />
      </td>
      <td>
        <input
          className="cw-field"
          aria-label={t("graph.map.titleOf", { label: row.label })}
          value={row.title.join(" ")}
          onChange={(event) => set({ title: event.target.value.split(/\s+/).filter(Boolean) })}
        />
      </td>
      <td>
        <IconButton
          icon="cross"
          label={t("graph.map.leaveOut", { label: row.label })}
          onClick={() => changeMapping(withoutLabel(mapping, row.label))}
        />
      </td>
    </tr>
  );
}

export function ForeignGraph({ report, onDone }: { readonly report: ServerReport; readonly onDone: () => void }) {
  const t = useWords();
  const { mapping, busy } = useGraphServer();
  if (mapping === null || mapping.labels.length === 0)
    return (
      <EmptyState icon="database" title={t("graph.foreign.empty")}>
        {report.refused.length > 0 && t("graph.map.refused", { names: joined(t, report.refused) })}
      </EmptyState>
    );
  const fetchAll = async () => {
    if (await pullGraph()) onDone();
  };
  return (
    <section className="cw-graph-part">
      <p>{t("graph.cost.open")}</p>
      <p>{t("graph.cost.travel", { links: formatCount(report.foreign.links), nodes: formatCount(report.foreign.nodes) })}</p>
      <table className="cw-graph-table">
        <thead>
          <tr>
            <th scope="col">{t("graph.map.label")}</th>
            <th scope="col">{t("graph.map.kind")}</th>
            <th scope="col">{t("graph.map.key")}</th>
            <th scope="col">{t("graph.map.title")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {mapping.labels.map((row) => (
            <LabelRow key={row.label} mapping={mapping} row={row} />
          ))}
        </tbody>
      </table>
      {report.refused.length > 0 && <p>{t("graph.map.refused", { names: joined(t, report.refused) })}</p>}
      <div className="cw-actions">
        <Button icon="download" disabled={busy !== null} onClick={() => void fetchAll()}>
          {busy === "pull" ? t("graph.action.pulling") : t("graph.action.pull")}
        </Button>
      </div>
    </section>
  );
}
