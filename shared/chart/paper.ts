// Sheets of paper for charts: one sheet, or a large picture on many small ones.

/** ISO 216, millimetres, upright. */
export const paperSizes = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
} as const;

export type PaperName = keyof typeof paperSizes;
export const paperNames = Object.keys(paperSizes) as readonly PaperName[];

export interface PaperChoice {
  /** Size of the whole picture. */
  readonly paper: PaperName;
  /** Size of the sheets that it is printed on; smaller ones overlap to be glued. */
  readonly sheet: PaperName;
}

export interface SheetPlan {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Points of paper for a unit of the picture. */
  readonly scale: number;
  /** Points of the picture that a sheet shows; the next begins `overlap` before its end. */
  readonly stepX: number;
  readonly stepY: number;
  /** Margin round the picture on each sheet, points. */
  readonly margin: number;
  /** Where the picture begins on the first sheet, points from the margin. */
  readonly left: number;
  readonly top: number;
}

const pointsPerMillimetre = 72 / 25.4;
const marginMillimetres = 10;
const overlapMillimetres = 10;
/** Room at the foot for the line that says when and from what. */
const footMillimetres = 6;

/** Lies down when the picture is wider than high. */
function sizeOf(name: PaperName, isWide: boolean): readonly [width: number, height: number] {
  const [short, long] = paperSizes[name];
  const points = [short * pointsPerMillimetre, long * pointsPerMillimetre] as const;
  return isWide ? [points[1], points[0]] : points;
}

/** How a picture of `width` × `height` units goes onto paper: as large as the paper allows, in the middle. */
export function planSheets(width: number, height: number, { paper, sheet }: PaperChoice): SheetPlan {
  const isWide = width >= height;
  const margin = marginMillimetres * pointsPerMillimetre;
  const foot = footMillimetres * pointsPerMillimetre;
  const [wholeWidth, wholeHeight] = sizeOf(paper, isWide);
  const scale = Math.min((wholeWidth - 2 * margin) / width, (wholeHeight - 2 * margin - foot) / height);
  const [sheetWidth, sheetHeight] = sizeOf(sheet, isWide);
  const room = { width: sheetWidth - 2 * margin, height: sheetHeight - 2 * margin - foot };
  const overlap = paper === sheet ? 0 : overlapMillimetres * pointsPerMillimetre;
  const count = (length: number, space: number) => Math.max(1, Math.ceil((length * scale - overlap - 1e-6) / (space - overlap)));
  const [columns, rows] = [count(width, room.width), count(height, room.height)];
  const spare = (steps: number, space: number, length: number) => Math.max(0, (steps * (space - overlap) + overlap - length * scale) / 2);
  return {
    width: sheetWidth,
    height: sheetHeight,
    columns,
    rows,
    scale,
    stepX: room.width - overlap,
    stepY: room.height - overlap,
    margin,
    left: spare(columns, room.width, width),
    top: spare(rows, room.height, height),
  };
}
