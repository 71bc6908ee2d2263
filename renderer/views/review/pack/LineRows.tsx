// The source rows behind a line, each a click away from the raw row.
import { cellText, fieldKey } from "../../../../shared/review/pack/cellText.ts";
import type { ShownCell, ShownLine, ShownSection } from "../../../../shared/review/packCalls.ts";
import { type Translate, useWords } from "../../../i18n/index.ts";
import { Button, CitationLink, ErrorPanel, formatMoney, IconButton } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { useCall } from "../../../state/useCall.ts";
import { isMoved, sayWith } from "./LineTable.tsx";

/** What changed of a line in words: how many then and now, who came and who went; else what stood there and what stands there. */
function changeText(t: Translate, now: ShownCell, earlier: ShownCell, field: string): string {
  const say = sayWith(t);
  const textOf = (cell: ShownCell) => (cell.form === "money" ? formatMoney(String(cell.value ?? "")) : cellText(cell, field, say));
  if (now.form !== "cases" && now.form !== "entities")
    return t("pack.line.moved", { field: t(fieldKey(field)), before: textOf(earlier), after: textOf(now) });
  const labels = ({ named, differing }: ShownCell) =>
    named
      .slice(0, differing)
      .map(({ label }) => label)
      .join(t("pack.cell.comma"));
  const moved = { field: t(fieldKey(field)), before: earlier.value, after: now.value };
  return t("pack.line.movedList", { ...moved, came: labels(now) || "—", went: labels(earlier) || "—" });
}

function Changes({ line, fields }: { readonly line: ShownLine; readonly fields: ShownSection["fields"] }) {
  const t = useWords();
  const moved = fields.flatMap((field, i) => {
    const [now, earlier] = [line.cells[i]!, line.earlier?.[i]];
    return earlier && isMoved(now, earlier, field) ? [{ field: field.field, text: changeText(t, now, earlier, field.field) }] : [];
  });
  if (moved.length === 0) return null;
  return (
    <ul className="cw-pack-facts">
      {moved.map(({ field, text }) => (
        <li key={field}>{text}</li>
      ))}
    </ul>
  );
}

interface RowsProps {
  readonly run: number;
  readonly section: ShownSection;
  readonly line: ShownLine;
  readonly onClose: () => void;
}

export function LineRows({ run, section, line, onClose }: RowsProps) {
  const t = useWords();
  const { data, error, reload } = useCall(
    "review.listPackRows",
    line.hasRows ? { run, section: section.section, place: line.place } : null,
    ["facts"],
  );
  const { subject } = line;
  return (
    <section className="cw-pack-rows" aria-label={t("pack.rows.title")}>
      <header>
        <b>{t("pack.rows.title")}</b>
        {data && (
          <span className="cw-quiet">
            {data.isStale ? t("pack.rows.stale") : t("pack.rows.count", { shown: data.rows.length, all: data.all })}
          </span>
        )}
        {!line.hasRows && <span className="cw-quiet">{t("pack.rows.none")}</span>}
        <span className="cw-pack-rows-tools">
          {subject !== null && (
            <Button small icon="affiliate" onClick={() => goTo("chart", subject)}>
              {t("pack.line.chart")}
            </Button>
          )}
          <IconButton icon="cross" label={t("frame.action.close")} onClick={onClose} />
        </span>
      </header>
      <Changes line={line} fields={section.fields} />
      {error && <ErrorPanel error={error} onRetry={reload} />}
      <div className="cw-pack-row-list">
        {data?.rows.map((row) => (
          <CitationLink key={`${row.sourceId} ${row.row}`} citation={row} />
        ))}
      </div>
    </section>
  );
}
