// The cases of the newest import, each with the series it resembles most.
import { useState } from "react";
import type { NewCase } from "../../../shared/workspace/calls.ts";
import { useWords } from "../../i18n/index.ts";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  formatBits,
  formatCount,
  formatMoney,
  formatPosterior,
  Panel,
} from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { useCaseColumns } from "../caseColumns.tsx";

function Likeness({ item }: { readonly item: NewCase }) {
  const t = useWords();
  if (item.posterior === null) return <span className="cw-quiet">—</span>;
  const isStrong = item.series !== null;
  return (
    <span className="cw-likeness" title={item.bits === null ? undefined : t("overview.cases.bits", { bits: formatBits(item.bits, 2) })}>
      <span className={`cw-bar ${isStrong ? "" : "cw-bar-mute"}`}>
        <i style={{ width: `${Math.min(1, item.posterior) * 100}%` }} />
      </span>
      <span className={isStrong ? "cw-strong" : "cw-quiet"}>{formatPosterior(item.posterior)}</span>
    </span>
  );
}

function useColumns(): readonly Column<NewCase>[] {
  const t = useWords();
  return [
    ...useCaseColumns(),
    {
      key: "place",
      title: t("overview.cases.place"),
      width: "minmax(60px, 0.9fr)",
      render: (item) => <span title={item.place ?? ""}>{item.place ?? "—"}</span>,
      text: (item) => item.place ?? "",
    },
    {
      key: "series",
      title: t("overview.cases.series"),
      width: "minmax(70px, 0.6fr)",
      render: (item) => (item.series === null ? <span className="cw-quiet">{t("overview.cases.below")}</span> : <b>{item.series}</b>),
      text: (item) => item.series ?? "",
    },
    {
      key: "posterior",
      title: t("overview.cases.posterior"),
      width: "minmax(110px, 1fr)",
      render: (item) => <Likeness item={item} />,
      text: (item) => (item.posterior === null ? "" : formatPosterior(item.posterior)),
    },
  ];
}

interface NewCasesProps {
  readonly cases: readonly NewCase[];
  readonly loss: string;
  /** How many the newest import brought; the list may show fewer. */
  readonly all: number;
}

export function NewCasesPanel({ cases, loss, all }: NewCasesProps) {
  const t = useWords();
  const columns = useColumns();
  const [selected, setSelected] = useState<string | null>(null);
  const note =
    all > cases.length
      ? t("overview.cases.noteSome", { count: cases.length, all: formatCount(all), loss: formatMoney(loss) })
      : t("overview.cases.note", { count: cases.length, loss: formatMoney(loss) });
  const open = (item: NewCase) => goTo("link", item.case);
  return (
    <Panel
      className="cw-overview-cases"
      title={t("overview.cases.title")}
      note={cases.length > 0 ? note : undefined}
      tools={
        cases.length > 0 && (
          <Button small tone="text" onClick={() => goTo("link")}>
            {t("overview.cases.all")}
          </Button>
        )
      }
    >
      {cases.length === 0 ? (
        <EmptyState icon="folder" title={t("overview.cases.none")}>
          {t("overview.cases.noneWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("overview.cases.title")}
          columns={columns}
          rows={cases}
          keyOf={(item) => item.case}
          selectedKey={selected}
          onSelect={(item) => setSelected(item.case)}
          onOpen={open}
        />
      )}
    </Panel>
  );
}
