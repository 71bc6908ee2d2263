// The table of the workbench: only visible rows are drawn, arrow keys walk, Enter opens, Ctrl C copies as text for a spreadsheet.
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid of absolutely placed rows cannot be a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus as one stop, as the ARIA grid pattern allows
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the same
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled once, on the grid
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { useTokens } from "../state/preferences.ts";
import { copyRows, useTableKeys } from "./tableKeys.ts";

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** A CSS grid track: `120px`, `1fr`, `minmax(90px, 1fr)`. Fixed widths grow with the type of the theme. */
  readonly width?: string;
  readonly align?: "left" | "right" | "center";
  readonly render: (row: Row) => ReactNode;
  /** Text for copying; columns without it are left out of the copy. */
  readonly text?: (row: Row) => string;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly selectedKey?: string | null;
  /** Further rows that are selected. */
  readonly chosenKeys?: ReadonlySet<string>;
  /** `isAdding`: with Ctrl, to what is selected already. */
  readonly onSelect?: (row: Row, isAdding: boolean) => void;
  /** Enter or double click. */
  readonly onOpen?: (row: Row) => void;
  readonly toneOf?: (row: Row) => "warn" | "contra" | "mute" | null;
  /** Factor on the row height for two-line rows. */
  readonly lines?: number;
  /** Called when the last row comes in sight. */
  readonly onEnd?: () => void;
}

/** Fixed px tracks follow the scale of the theme. */
const trackOf = (width = "minmax(0, 1fr)"): string => width.replace(/(\d+(?:\.\d+)?)px/g, "calc($1 * var(--cw-t))");

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly isSelected: boolean;
  readonly tone: string | null;
  readonly style: CSSProperties;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: () => void;
}

function TableRow<Row>({ row, index, columns, isSelected, tone, style, onClick, onDoubleClick }: TableRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={`cw-table-row ${tone ? `cw-row-${tone}` : ""}`}
      style={style}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={`cw-cell cw-align-${column.align ?? "left"}`}>
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
}

function TableHead<Row>({ columns, template }: TableHeadProps<Row>) {
  return (
    <div className="cw-table-head" role="row" style={{ gridTemplateColumns: template }}>
      {columns.map((column) => (
        <div key={column.key} role="columnheader" className={`cw-cell cw-align-${column.align ?? "left"}`}>
          {column.title}
        </div>
      ))}
    </div>
  );
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, keyOf, selectedKey = null, chosenKeys, onSelect, onOpen, toneOf, lines = 1, onEnd } = props;
  const { rowHeight } = useTokens();
  const scroller = useRef<HTMLDivElement>(null);
  const height = Math.round(rowHeight * lines);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    // The head sticks to the top of the scroller: rows begin under it and are brought in sight under it.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  const chosen = rows.findIndex((row) => keyOf(row) === selectedKey);
  const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / height) - 1);
  const keys = useTableKeys({ count: rows.length, current: chosen, pageRows });
  const template = columns.map((column) => trackOf(column.width)).join(" ");
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height asks for a new measure
  useEffect(() => virtual.measure(), [height]);
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 1) onEnd?.();
  }, [last, rows.length, onEnd]);
  // A row chosen from outside, such as a cited one, is brought in sight.
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, virtual.scrollToIndex]);
  const pick = (index: number, isAdding = false) => {
    const row = rows[index];
    if (row === undefined) return;
    keys.setCursor(index);
    virtual.scrollToIndex(index);
    onSelect?.(row, isAdding);
  };
  const open = (index: number) => {
    const row = rows[index];
    if (row !== undefined) onOpen?.(row);
  };
  return (
    <div
      ref={scroller}
      className="cw-table"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      onKeyDown={(event) => keys.handle(event, pick, open)}
      onCopy={(event) => copyRows(event, columns, keys.chosen(rows))}
    >
      <TableHead columns={columns} template={template} />
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {items.map(({ index, start }) => {
          const row = rows[index] as Row;
          return (
            <TableRow
              key={keyOf(row)}
              row={row}
              index={index}
              columns={columns}
              isSelected={keyOf(row) === selectedKey || chosenKeys?.has(keyOf(row)) === true || keys.isChosen(index)}
              tone={toneOf?.(row) ?? null}
              style={{ gridTemplateColumns: template, height, transform: `translateY(${start - rowHeight}px)` }}
              onClick={(event) => (event.shiftKey ? keys.extend(index) : pick(index, event.ctrlKey || event.metaKey))}
              onDoubleClick={() => open(index)}
            />
          );
        })}
      </div>
    </div>
  );
}
