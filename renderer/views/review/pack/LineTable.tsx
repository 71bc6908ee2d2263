// Lines of one list of a run: how each differs, its cells with what stood there before, and the way to its chart.

import { cellText, fieldKey } from "../../../../shared/review/pack/cellText.ts";
import type { LineChange } from "../../../../shared/review/pack/compareLines.ts";
import type { FieldForm } from "../../../../shared/review/pack/line.ts";
import type { ShownCell, ShownLine, ShownSection } from "../../../../shared/review/packCalls.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import { type Translate, useWords } from "../../../i18n/index.ts";
import { Bits, CaseNumber, type Column, DataTable, IconButton, Money, Tag, type Tone } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";

const tones: Readonly<Record<LineChange, Tone>> = { new: "plus", changed: "warn", gone: "contra", same: "neutral" };

const widths: Readonly<Record<FieldForm, string>> = {
  entity: "minmax(150px, 1.2fr)",
  entities: "minmax(150px, 1.6fr)",
  case: "minmax(120px, 0.9fr)",
  cases: "minmax(150px, 1.6fr)",
  text: "minmax(60px, 0.8fr)",
  word: "minmax(84px, 1.3fr)",
  count: "minmax(56px, 0.5fr)",
  money: "minmax(96px, 0.7fr)",
  bits: "minmax(64px, 0.5fr)",
  score: "minmax(64px, 0.5fr)",
  time: "minmax(142px, 0.9fr)",
  flag: "minmax(64px, 0.5fr)",
};
/** Cells are written by what prints them too. */
export const sayWith =
  (t: Translate): Say =>
  (key, values = {}) =>
    t(key, values);

const right: ReadonlySet<FieldForm> = new Set(["count", "money", "bits", "score"]);

function Shown({ cell, field }: { readonly cell: ShownCell; readonly field: string }) {
  const t = useWords();
  const { form, value, named } = cell;
  if (form === "case" && named[0]) return <CaseNumber number={named[0].label} />;
  if (form === "bits" && typeof value === "number") return <Bits bits={value} />;
  if (form === "money" && value !== null) return <Money amount={String(value)} />;
  const text = cellText(cell, field, sayWith(t));
  return (
    <span title={text} className={right.has(form) ? "cw-number" : undefined}>
      {text}
    </span>
  );
}

/** Only what is told counts as a change. */
export const isMoved = (now: ShownCell, earlier: ShownCell, { isTold }: Pick<ShownSection["fields"][number], "isTold">): boolean =>
  isTold && (now.value !== earlier.value || now.differing > 0 || earlier.differing > 0);

interface CellProps {
  readonly line: ShownLine;
  readonly at: number;
  readonly field: ShownSection["fields"][number];
}

/** A told field that changed stands out; what stood there before is said under it and below the table. */
function Cell({ line, at, field }: CellProps) {
  const t = useWords();
  const now = line.cells[at]!;
  const earlier = line.earlier?.[at];
  const before = earlier && isMoved(now, earlier, field) ? cellText(earlier, field.field, sayWith(t)) : null;
  if (before === null) return <Shown cell={now} field={field.field} />;
  return (
    <span className="cw-pack-moved" title={t("pack.line.before", { before })}>
      <Shown cell={now} field={field.field} />
    </span>
  );
}

interface TableProps {
  readonly section: ShownSection;
  readonly lines: readonly ShownLine[];
  readonly isCompared: boolean;
  readonly chosen: ShownLine | null;
  readonly onChoose: (line: ShownLine) => void;
}

function useColumns({ fields }: ShownSection, isCompared: boolean): readonly Column<ShownLine>[] {
  const t = useWords();
  const change: Column<ShownLine> = {
    key: "change",
    title: t("pack.field.change"),
    width: "64px",
    render: ({ change: one }) =>
      one === "same" ? <span className="cw-quiet">{t("pack.change.same")}</span> : <Tag tone={tones[one]}>{t(`pack.change.${one}`)}</Tag>,
    text: ({ change: one }) => t(`pack.change.${one}`),
  };
  const chart: Column<ShownLine> = {
    key: "chart",
    title: "",
    width: "40px",
    render: ({ subject }) =>
      subject !== null && <IconButton icon="affiliate" label={t("pack.line.chart")} onClick={() => goTo("chart", subject)} />,
  };
  const cells = fields.map(
    (field, at): Column<ShownLine> => ({
      key: field.field,
      title: t(fieldKey(field.field)),
      width: widths[field.form],
      align: right.has(field.form) ? "right" : "left",
      render: (line) => <Cell line={line} at={at} field={field} />,
      text: (line) => cellText(line.cells[at]!, field.field, sayWith(t)),
    }),
  );
  return [...(isCompared ? [change] : []), ...cells, chart];
}

export function LineTable({ section, lines, isCompared, chosen, onChoose }: TableProps) {
  const columns = useColumns(section, isCompared);
  const t = useWords();
  return (
    <DataTable
      label={t("pack.result.lists")}
      columns={columns}
      rows={lines}
      keyOf={({ place }) => String(place)}
      selectedKey={chosen === null ? null : String(chosen.place)}
      onSelect={onChoose}
      onOpen={({ subject }) => subject !== null && goTo("chart", subject)}
      toneOf={({ change }) => (change === "gone" ? "mute" : null)}
    />
  );
}
