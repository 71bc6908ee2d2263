// The body of a slide as SVG.
import { element, escapeXml, number } from "../../chart/xmlText.ts";
import { type BodyTable, bodySizes, cellPlace, type SlideBody } from "./slideBody.ts";
import type { StageLook } from "./stageLook.ts";

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  more: Readonly<Record<string, string | number>> = {},
): string => element("text", { x: number(x), y: number(y), "font-size": size, fill, ...more }, escapeXml(words));

function tableSvg(table: BodyTable, look: StageLook): string {
  const { box, columns, rows } = table;
  const line = (y: number, width: number): string =>
    element("line", { x1: box.x, y1: y, x2: number(box.x + box.width), y2: y, stroke: look.link, "stroke-width": width });
  const cells = [columns.map(({ heading }) => heading), ...rows].flatMap((row, i) =>
    row.map((words, j) => {
      const { x, y, anchor } = cellPlace(table, i, j);
      return text(words, x, y, bodySizes.cell, i === 0 ? look.textSecond : look.text, {
        "text-anchor": anchor,
        ...(i === 0 && { "font-weight": 600 }),
      });
    }),
  );
  const lines = rows.map((_row, i) => line(box.y + (i + 1) * bodySizes.rowStep, i === 0 ? 3 : 1));
  return [...lines, ...cells].join("");
}

export function bodySvg({ lines, table }: SlideBody, look: StageLook): string {
  const shown = lines.map(({ text: words, x, y, isFirst }) => {
    const mark = isFirst ? element("circle", { cx: x - 22, cy: y - 11, r: 6, fill: look.link }) : "";
    return mark + text(words, x, y, bodySizes.text, look.text);
  });
  return shown.join("") + (table === null ? "" : tableSvg(table, look));
}
