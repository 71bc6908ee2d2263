// The body of a slide as PresentationML: points as one text box, the table as a table that can be edited.
import { escapeXml } from "../../../../../shared/chart/xmlText.ts";
import { type BodyTable, bodySizes, type SlideBody } from "../../../../../shared/review/stage/slideBody.ts";
import type { StageLook } from "../../../../../shared/review/stage/stageLook.ts";

const emu = 6350; // in a px of the wall
const hundredths = 50; // of a point in a px
const whole = (px: number): number => Math.round(px * emu);
const colour = (hex: string): string => `<a:solidFill><a:srgbClr val="${hex.slice(1)}"/></a:solidFill>`;
const aligns = { left: "l", right: "r", centre: "ctr" } as const;

const run = (words: string, size: number, ink: string, isBold = false): string =>
  `<a:r><a:rPr lang="zh-CN" sz="${size * hundredths}" b="${isBold ? 1 : 0}">${colour(ink)}<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/></a:rPr><a:t>${escapeXml(words)}</a:t></a:r>`;

/** Lines that belong together are one paragraph again: the reader's program breaks them. */
function paragraphs({ lines }: SlideBody, look: StageLook): string {
  const points: string[] = [];
  for (const { text, isFirst } of lines) {
    if (isFirst || points.length === 0) points.push(text);
    else points[points.length - 1] += text;
  }
  const indent = whole(40);
  return points
    .map(
      (words) =>
        `<a:p><a:pPr marL="${indent}" indent="-${indent}"><a:spcAft><a:spcPts val="300"/></a:spcAft><a:buChar char="•"/></a:pPr>${run(words, bodySizes.text, look.text)}</a:p>`,
    )
    .join("");
}

function pointsShape(body: SlideBody, id: number, look: StageLook): string {
  const { lines, table } = body;
  if (lines.length === 0) return "";
  const top = lines[0]!.y - bodySizes.text;
  const height = (table === null ? lines.at(-1)!.y + 20 : table.box.y) - top;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Points"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${whole(48)}" y="${whole(top)}"/><a:ext cx="${whole(1824)}" cy="${whole(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs(body, look)}</p:txBody></p:sp>`;
}

function cellXml(words: string, align: "l" | "r" | "ctr", isHead: boolean, look: StageLook): string {
  const edge = (name: string, width: number): string => `<a:${name} w="${whole(width)}">${colour(look.link)}</a:${name}>`;
  const none = (name: string): string => `<a:${name} w="0"><a:noFill/></a:${name}>`;
  const inset = `marL="${whole(12)}" marR="${whole(12)}" marT="${whole(4)}" marB="${whole(4)}" anchor="ctr"`;
  const text = `<a:p><a:pPr algn="${align}"/>${words === "" ? "" : run(words, bodySizes.cell, isHead ? look.textSecond : look.text, isHead)}<a:endParaRPr lang="zh-CN" sz="${bodySizes.cell * hundredths}"/></a:p>`;
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${text}</a:txBody><a:tcPr ${inset}>${none("lnL")}${none("lnR")}${none("lnT")}${edge("lnB", isHead ? 3 : 1)}<a:noFill/></a:tcPr></a:tc>`;
}

function tableShape({ box, columns, rows }: BodyTable, id: number, look: StageLook): string {
  const grid = columns.map(({ px }) => `<a:gridCol w="${whole(px)}"/>`).join("");
  const line = (cells: readonly string[], isHead: boolean): string =>
    `<a:tr h="${whole(bodySizes.rowStep)}">${cells.map((words, i) => cellXml(words, aligns[columns[i]!.align ?? "left"], isHead, look)).join("")}</a:tr>`;
  const body = [
    line(
      columns.map(({ heading }) => heading),
      true,
    ),
    ...rows.map((cells) => line(cells, false)),
  ].join("");
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="${whole(box.x)}" y="${whole(box.y)}"/><a:ext cx="${whole(box.width)}" cy="${whole(box.height)}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

export const bodyShapes = (body: SlideBody, firstId: number, look: StageLook): readonly string[] => [
  pointsShape(body, firstId, look),
  ...(body.table === null ? [] : [tableShape(body.table, firstId + 1, look)]),
];
