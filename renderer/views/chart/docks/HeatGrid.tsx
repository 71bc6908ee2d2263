// A matrix of counts as shades of one colour. One stop for the keyboard: arrows walk the cells, Enter takes what stands behind one.
import { type KeyboardEvent, type MouseEvent, memo, useState } from "react";
import type { HeatCell, HeatMatrix } from "../../../../shared/chart/views/matrices.ts";

export interface HeatGridProps {
  readonly label: string;
  /** Of the matrix, for its widths. */
  readonly name: string;
  readonly matrix: HeatMatrix;
  readonly rowWords: readonly string[];
  /** "": no word over this column. */
  readonly columnWords: readonly string[];
  readonly isLit: (cell: HeatCell) => boolean;
  /** What a cell says, by its places. */
  readonly wordOf: (row: number, column: number) => string;
  readonly onChoose: (cell: HeatCell, isAdding: boolean) => void;
}

const strongest = 5;

/** Shade 0–5 by the logarithm: one busy hour leaves the others apart. -1: nothing. */
export const shadeOf = (count: number, most: number): number =>
  count === 0 ? -1 : Math.min(strongest, Math.floor(((strongest + 1) * Math.log1p(count)) / Math.log1p(most + 0.001)));

const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

interface CellProps {
  readonly shade: number;
  readonly isLit: boolean;
  readonly isStop: boolean;
  readonly word: string;
  readonly place: string;
}

const Cell = memo(({ shade, isLit, isStop, word, place }: CellProps) => (
  <td className={isLit ? "cw-heat-lit" : undefined}>
    <button
      type="button"
      data-place={place}
      tabIndex={isStop ? 0 : -1}
      title={word}
      aria-label={word}
      aria-disabled={shade < 0}
      style={shade < 0 ? undefined : { background: `var(--cw-seq${shade})` }}
    />
  </td>
));

export function HeatGrid({ label, name, matrix, rowWords, columnWords, isLit, wordOf, onChoose }: HeatGridProps) {
  const { cells, most } = matrix;
  const [cursor, setCursor] = useState<readonly [number, number]>([0, 0]);
  const [row, column] = [Math.min(cursor[0], cells.length - 1), Math.min(cursor[1], (cells[0]?.length ?? 1) - 1)];
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = [(row + move[0] + cells.length) % cells.length, (column + move[1] + cells[0]!.length) % cells[0]!.length] as const;
    setCursor(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.join(" ")}"]`)?.focus();
  };
  const click = (event: MouseEvent<HTMLElement>) => {
    const place = (event.target as HTMLElement).dataset["place"];
    if (place === undefined) return;
    const [y, x] = place.split(" ").map(Number) as [number, number];
    setCursor([y, x]);
    if (cells[y]![x]!.count > 0) onChoose(cells[y]![x]!, event.ctrlKey || event.metaKey || event.shiftKey);
  };
  return (
    <div className="cw-heat-box">
      <table className={`cw-heat cw-heat-${name}`} aria-label={label} onKeyDown={walk} onClick={click}>
        <thead>
          <tr>
            <td />
            {columnWords.map((word, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={i} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((line, y) => (
            <tr key={matrix.rows[y]}>
              <th scope="row" title={rowWords[y]}>
                {rowWords[y]}
              </th>
              {line.map((cell, x) => (
                <Cell
                  key={matrix.columns[x]}
                  place={`${y} ${x}`}
                  shade={shadeOf(cell.count, most)}
                  isLit={cell.count > 0 && isLit(cell)}
                  isStop={y === row && x === column}
                  word={wordOf(y, x)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
