// Before the first run: what import joined by exact keys, by kind, and the step that finds the rest.
import { entityKinds } from "../../../shared/model/entity.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, type Column, DataTable, EmptyState, formatCount, KindGlyph, Panel, Skeleton } from "../../parts/index.ts";
import { goTo, showSearch } from "../../state/navigation.ts";
import { runResolution } from "../../state/resolve.ts";
import { reportError } from "../../state/toasts.ts";
import { sumOf, useWorkspace } from "../../state/workspace.ts";
import { StageGuide } from "../StageGuide.tsx";

/** By what two records of a kind are one: keys of the catalogue. */
const joinKeys: Readonly<Record<string, string>> = {
  case: "frame.resolve.byCase",
  person: "frame.resolve.byPerson",
  organisation: "frame.resolve.byOrganisation",
  phone: "frame.resolve.byPhone",
  account: "frame.resolve.byAccount",
  device: "frame.resolve.byDevice",
  netid: "frame.resolve.byNetid",
  vehicle: "frame.resolve.byVehicle",
  place: "frame.resolve.byPlace",
};

interface KindRow {
  readonly kind: string;
  readonly count: number;
}

export function ResolveGuide() {
  const t = useWords();
  const info = useWorkspace((state) => state.info);
  if (info === null) return <Skeleton rows={10} />;
  const rows: readonly KindRow[] = entityKinds.map((kind) => ({ kind, count: info.entities[kind] ?? 0 })).filter((row) => row.count > 0);
  const columns: readonly Column<KindRow>[] = [
    {
      key: "glyph",
      title: <span className="cw-unseen">{t("frame.resolve.kind")}</span>,
      width: "24px",
      render: (row) => <KindGlyph kind={row.kind} />,
    },
    {
      key: "kind",
      title: t("frame.resolve.kind"),
      width: "minmax(90px, 0.6fr)",
      render: (row) => wordOf(t, kindKeys, row.kind),
      text: (row) => wordOf(t, kindKeys, row.kind),
    },
    {
      key: "count",
      title: t("frame.resolve.count"),
      width: "110px",
      align: "right",
      render: (row) => <b>{formatCount(row.count)}</b>,
      text: (row) => String(row.count),
    },
    {
      key: "by",
      title: t("frame.resolve.by"),
      width: "minmax(0, 2fr)",
      render: (row) => t(joinKeys[row.kind] ?? "frame.resolve.byName"),
      text: (row) => t(joinKeys[row.kind] ?? "frame.resolve.byName"),
    },
  ];
  const steps = [
    {
      key: "run",
      text: t("resolve.run.why"),
      action: (
        <Button tone="primary" icon="fingerprint" onClick={() => runResolution().catch(reportError)}>
          {t("resolve.run.start")}
        </Button>
      ),
    },
    {
      key: "search",
      text: t("frame.resolve.stepSearch"),
      action: <Button onClick={() => showSearch(true)}>{t("frame.action.search")}</Button>,
    },
    {
      key: "import",
      text: t("frame.resolve.stepImport"),
      action: <Button onClick={() => goTo("import")}>{t("frame.stage.import")}</Button>,
    },
    { key: "link", text: t("frame.resolve.stepLink"), action: <Button onClick={() => goTo("link")}>{t("frame.stage.link")}</Button> },
  ];
  return (
    <StageGuide
      title={t("frame.stage.resolve")}
      note={t("frame.resolve.note", { count: formatCount(sumOf(info.entities)) })}
      panelTitle={t("frame.guide.next")}
      steps={steps}
    >
      <Panel className="cw-guide-table" title={t("frame.resolve.title")}>
        {rows.length === 0 ? (
          <EmptyState icon="fingerprint" title={t("frame.resolve.none")}>
            {t("frame.resolve.noneWhy")}
          </EmptyState>
        ) : (
          <DataTable label={t("frame.resolve.title")} columns={columns} rows={rows} keyOf={(row) => row.kind} />
        )}
      </Panel>
    </StageGuide>
  );
}
