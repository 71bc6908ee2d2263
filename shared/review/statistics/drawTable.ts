// A table of statistics as a picture: bars for one dimension, a table in shades for two. SVG of the few shapes that the printed pictures use.
import { attributes, element, escapeXml } from "../../chart/xmlText.ts";
import type { Say } from "../paper/say.ts";
import type { StatisticsCell, TableOf } from "./tableShape.ts";
import { aboutLines, dimensionWord, figureText, lastOf, numberOf, periodWord, valueWord } from "./words.ts";

const ink = "#1d2733";
const quiet = "#5c6b7a";
const blue = [31, 111, 235] as const;
const alarm = "#c2410c";
const [margin, head, rowHeight, labelWidth] = [32, 74, 26, 190];

const text = (x: number, y: number, words: string, more: Readonly<Record<string, string | number>> = {}): string =>
  `<text ${attributes({ x, y, "font-size": 13, fill: ink, ...more })}>${escapeXml(words)}</text>`;

const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Readonly<Record<string, string | number>> = {},
): string => element("rect", { x, y, width: Math.max(0, width), height, fill, ...more });

/** Towards white by share. */
function shade(share: number): string {
  const mix = (value: number): string =>
    Math.round(255 - (255 - value) * (share === 0 ? 0 : 0.12 + 0.78 * share))
      .toString(16)
      .padStart(2, "0");
  return `#${blue.map(mix).join("")}`;
}

const cut = (words: string, most: number): string => ([...words].length > most ? `${[...words].slice(0, most - 1).join("")}…` : words);

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

const barWidth = 520;

function drawBars(table: TableOf<unknown>, say: Say): Drawn {
  const [name] = table.by;
  const cells = table.cells.map(([cell]) => cell!);
  const most = Math.max(1, ...cells.flatMap((cell) => [numberOf(cell), lastOf(cell) ?? 0]));
  const left = margin + labelWidth;
  const shapes = cells.flatMap((cell, i) => {
    const y = head + i * rowHeight;
    const last = lastOf(cell);
    const isOut = cell.test?.isOut === true;
    const length = (numberOf(cell) / most) * barWidth;
    return [
      text(left - 10, y + 17, cut(valueWord(name!, table.rows[i]!.code, say), 13), { "text-anchor": "end" }),
      rect(left, y + 5, length, rowHeight - 10, isOut ? alarm : shade(0.85), { rx: 2 }),
      ...(last === null ? [] : [rect(left + (last / most) * barWidth - 1, y + 2, 2, rowHeight - 4, ink)]),
      text(left + Math.max(length, last === null ? 0 : (last / most) * barWidth) + 8, y + 17, barText(cell, say), {
        fill: isOut ? alarm : ink,
      }),
    ];
  });
  return { width: left + barWidth + 260, height: cells.length * rowHeight, shapes };
}

function barText(cell: StatisticsCell, say: Say): string {
  const small = cell.isSmall ? "*" : "";
  const out = cell.test?.isOut ? ` ▲ ${say("statistics.picture.chance", { times: cell.test.oneIn })}` : "";
  return `${figureText(cell)}${small}${out}`;
}

const cellHeight = 28;

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  /** The largest value. */
  readonly most: number;
}

function heatCell(cell: StatisticsCell, x: number, y: number, { cellWidth, most }: Grid): readonly string[] {
  const share = numberOf(cell) / most;
  const frame: Readonly<Record<string, string | number>> = cell.test?.isOut ? { stroke: alarm, "stroke-width": 2 } : {};
  const box = rect(x + 1, y + 1, cellWidth - 2, cellHeight - 2, shade(share), frame);
  if (cell.count === 0) return [box];
  const words = `${figureText(cell)}${cell.isSmall ? "*" : ""}`;
  return [box, text(x + cellWidth / 2, y + 19, words, { "text-anchor": "middle", fill: share > 0.55 ? "#ffffff" : ink })];
}

function drawHeat(table: TableOf<unknown>, say: Say): Drawn {
  const [row, column] = table.by;
  const columns = table.columns!;
  const cellWidth = table.measure === "cases" ? (columns.length > 14 ? 38 : 74) : 104;
  const grid: Grid = {
    left: margin + labelWidth,
    top: head + rowHeight,
    cellWidth,
    most: Math.max(1, ...table.cells.flat().map(numberOf)),
  };
  const middle = (j: number): number => grid.left + (j + 0.5) * cellWidth;
  const centred = { "text-anchor": "middle" };
  const words = [...columns.map(({ code }) => valueWord(column!, code, say)), say("statistics.label.total")];
  const heads = words.map((word, j) =>
    text(middle(j), grid.top - 9, cut(word, cellWidth < 50 ? 3 : 6), { ...centred, "font-size": 12, fill: quiet }),
  );
  const lines = table.cells.flatMap((cells, i) => {
    const y = grid.top + i * cellHeight;
    return [
      text(grid.left - 10, y + 19, cut(valueWord(row!, table.rows[i]!.code, say), 13), { "text-anchor": "end" }),
      ...cells.flatMap((cell, j) => heatCell(cell, grid.left + j * cellWidth, y, grid)),
      text(middle(cells.length), y + 19, figureText(table.rowTotals[i]!), { ...centred, "font-weight": "bold" }),
    ];
  });
  const width = grid.left + (columns.length + 1) * cellWidth + margin;
  return { width, height: rowHeight + table.cells.length * cellHeight, shapes: [...heads, ...lines] };
}

/** `footer`: when it was made, and the audit entry that tells by whom. */
export function drawTable(table: TableOf<unknown>, footer: string, say: Say): string {
  const drawn = table.columns === null ? drawBars(table, say) : drawHeat(table, say);
  const about = aboutLines(table, say);
  const width = Math.max(drawn.width, 900);
  const foot = head + drawn.height + 28;
  const tick =
    table.columns === null && table.last !== null ? [say("statistics.picture.tick", { period: periodWord(table.last, say) })] : [];
  const height = foot + (about.length + tick.length + 1) * 19;
  const title = say("statistics.picture.title", { by: table.by.map((name) => dimensionWord(name, say)).join(" × ") });
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "sans-serif" },
    [
      rect(0, 0, width, height, "#ffffff"),
      text(margin, 36, title, { "font-size": 20, "font-weight": "bold" }),
      text(margin, 58, about[0]!, { fill: quiet }),
      ...drawn.shapes,
      ...[...tick, ...about.slice(1), footer].map((line, i) => text(margin, foot + i * 19, line, { "font-size": 12, fill: quiet })),
    ].join(""),
  );
}
