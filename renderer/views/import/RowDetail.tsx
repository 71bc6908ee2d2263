// One row of the preview, cell by cell: what stood in the file, where it goes, and what will be stored; the cell to blame is marked.
import type { PreviewRow } from "../../../shared/import/calls.ts";
import { targetWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { IconButton, PlainTable } from "../../parts/index.ts";
import type { ImportSheet } from "../../state/importing.ts";
import { printValue } from "./printValue.ts";

interface Line {
  readonly key: string;
  readonly heading: string;
  readonly raw: string;
  readonly target: string;
}

/** The cells of the row in the order of its columns, then what is stored without a cell of its own. */
function linesOf({ preview }: ImportSheet, row: PreviewRow): readonly Line[] {
  const cells = preview.columns.flatMap(({ heading, targets }, index) =>
    (targets.length === 0 ? [""] : targets).map((target, at) => ({
      key: `${index} ${target}`,
      heading: at === 0 ? heading : "",
      raw: at === 0 ? (row.before[index] ?? "") : "",
      target,
    })),
  );
  const fed = new Set(cells.map(({ target }) => target));
  const others = Object.keys(row.after).filter((target) => !fed.has(target));
  return [...cells, ...others.map((target) => ({ key: target, heading: "", raw: "", target }))];
}

export function RowDetail({
  sheet,
  row,
  onClose,
}: {
  readonly sheet: ImportSheet;
  readonly row: PreviewRow;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const stored = ({ target }: Line) => printValue(t, target, row.after[target] ?? "", true);
  return (
    <section className="cw-row-detail" aria-label={t("import.rowDetail.label", { row: row.row })}>
      <header>
        <h3>{t("import.rowDetail.label", { row: row.row })}</h3>
        {row.reason !== null && (
          <span className={row.verdict === "rejected" ? "cw-tone-contra" : "cw-quiet"}>{t(rejectReasonKeys[row.reason])}</span>
        )}
        <IconButton icon="cross" label={t("frame.action.close")} onClick={onClose} />
      </header>
      <PlainTable
        rows={linesOf(sheet, row)}
        keyOf={({ key }) => key}
        headKey="heading"
        classOf={({ heading }) => (row.blame !== "" && heading === row.blame ? "cw-row-contra" : "")}
        columns={[
          { key: "heading", title: t("import.mapping.column"), render: ({ heading }) => heading },
          { key: "raw", title: t("import.rowDetail.raw"), render: ({ raw }) => <span className="cw-second">{raw}</span> },
          {
            key: "target",
            title: t("import.mapping.target"),
            render: ({ target }) => (target === "" ? <span className="cw-quiet">{t("import.mapping.none")}</span> : targetWord(t, target)),
          },
          { key: "stored", title: t("import.rowDetail.stored"), render: (line) => <b>{line.target === "" ? "" : stored(line)}</b> },
        ]}
      />
    </section>
  );
}
