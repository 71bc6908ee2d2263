// Keyboard and clipboard of the table: a cursor, a range from where Shift began, rows as tab-separated text.
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";

interface Options {
  readonly count: number;
  /** Index of the row selected from outside; -1 for none. */
  readonly current: number;
  readonly pageRows: number;
}

export interface TableKeys {
  readonly setCursor: (index: number) => void;
  readonly extend: (index: number) => void;
  readonly isChosen: (index: number) => boolean;
  readonly chosen: <Row>(rows: readonly Row[]) => readonly Row[];
  readonly handle: (event: KeyboardEvent, pick: (index: number) => void, open: (index: number) => void) => void;
}

/** Key → where it leads from `index`; null when the key does not move. */
export function moveOf(key: string, index: number, count: number, pageRows: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageRows,
    PageUp: index - pageRows,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, target));
}

export function useTableKeys({ count, current, pageRows }: Options): TableKeys {
  const [range, setRange] = useState<readonly [number, number]>([-1, -1]);
  const [anchor, cursor] = current >= 0 && range[0] === range[1] ? [current, current] : range;
  const low = Math.min(anchor, cursor);
  const high = Math.max(anchor, cursor);
  const extend = (index: number) => setRange([anchor < 0 ? index : anchor, index]);
  return {
    setCursor: (index) => setRange([index, index]),
    extend,
    isChosen: (index) => index >= 0 && index >= low && index <= high,
    chosen: (rows) => rows.slice(Math.max(0, low), Math.max(0, high + 1)),
    handle: (event, pick, open) => {
      if (event.target !== event.currentTarget) return;
      if (event.key === "Enter") return cursor >= 0 ? open(cursor) : undefined;
      const target = moveOf(event.key, cursor, count, pageRows);
      if (target === null) return;
      event.preventDefault();
      if (event.shiftKey) extend(target);
      else pick(target);
    },
  };
}

const flatten = (text: string) => text.replace(/[\t\r\n]+/g, " ");

/** Puts the chosen rows on the clipboard as text that a spreadsheet takes as cells. */
export function copyRows<Row>(
  event: ClipboardEvent,
  columns: readonly { readonly text?: (row: Row) => string }[],
  rows: readonly Row[],
): void {
  if (rows.length === 0 || String(window.getSelection() ?? "") !== "") return;
  const readers = columns.flatMap((column) => (column.text ? [column.text] : []));
  event.clipboardData.setData("text/plain", rows.map((row) => readers.map((read) => flatten(read(row))).join("\t")).join("\n"));
  event.preventDefault();
}
