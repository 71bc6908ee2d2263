// Pictures: our SVG read back, sheets that cover all of it, PDF with letters that can be searched, PNG in bands that are one picture.
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { drawSvg, lettersOf, type Pen } from "../../../electron/engine/review/picture/drawSvg.ts";
import { fontFaceOf } from "../../../electron/engine/review/picture/fontFace.ts";
import { writePng } from "../../../electron/engine/review/picture/pngFile.ts";
import { readSvg } from "../../../electron/engine/review/picture/readSvg.ts";
import { writePdf } from "../../../electron/engine/review/picture/writePdf.ts";
import { writePicture } from "../../../electron/engine/review/picture/writePicture.ts";
import { kindIconsText, lookIconsText, writtenKindIcons, writtenLookIcons } from "../../../scripts/kindIcons.ts";
import { paperNames, paperSizes, planSheets } from "../../../shared/chart/paper.ts";
import { CaseweaveError } from "../../../shared/errors.ts";

const svg = (width: number, height: number, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>\n`;

it("keeps the icons of kinds as the icon set has them", () => {
  expect(writtenKindIcons()).toBe(kindIconsText());
  expect(writtenLookIcons()).toBe(lookIconsText());
});

it("walks groups with their moves, fades and inherited styles", () => {
  const calls: unknown[] = [];
  const pen: Pen = {
    push: (move, opacity) => void calls.push(["push", move, opacity]),
    pop: () => void calls.push(["pop"]),
    path: (outline, { stroke, width, dashes, fill }) => void calls.push([outline, fill, stroke, width, dashes]),
    text: (words, x, y, { isBold, anchor, halo }) => void calls.push([words, x, y, isBold, anchor, halo]),
  };
  const root = readSvg(
    svg(
      100,
      50,
      '<title>不画</title><g transform="translate(5 -6) scale(2)" opacity="0.5" stroke="#010203" fill="none"><line x1="0" y1="1" x2="2" y2="3" stroke-dasharray="6 4"/></g><text x="1" y="2" text-anchor="middle" font-weight="600" fill="#000000" stroke="#FFFFFF" stroke-width="2.5">王&lt;某&gt;&amp;</text><rect width="100%" height="100%" fill="#FAFBFC"/>',
    ),
  );
  drawSvg(root, pen);
  expect(calls).toEqual([
    ["push", { x: 5, y: -6, scale: 2 }, 0.5],
    ["M0 1L2 3", null, "#010203", 1, [6, 4]],
    ["pop"],
    ["王<某>&", 1, 2, true, "middle", { colour: "#FFFFFF", width: 2.5 }],
    ["M0 0h100v50h-100Z", "#FAFBFC", null, 1, []],
  ]);
  expect(lettersOf(root)).toEqual({ plain: "", bold: "&<>某王" });
});

it("refuses what is no SVG of ours", () => {
  expect(() => readSvg("<svg><g></svg")).toThrow(CaseweaveError);
});

it("plans sheets that cover the whole picture, from A4 to A0 and on smaller ones with overlap", () => {
  for (const paper of paperNames)
    for (const sheet of paperNames.slice(0, paperNames.indexOf(paper) + 1))
      for (const [width, height] of [
        [4000, 1000],
        [300, 2500],
        [1000, 1000],
      ] as const) {
        const plan = planSheets(width, height, { paper, sheet });
        const overlap = paper === sheet ? 0 : (10 * 72) / 25.4;
        const covered = [plan.columns * plan.stepX + overlap, plan.rows * plan.stepY + overlap];
        expect(covered[0]! + 1e-6).toBeGreaterThanOrEqual(width * plan.scale + plan.left);
        expect(covered[1]! + 1e-6).toBeGreaterThanOrEqual(height * plan.scale + plan.top);
        if (paper === sheet) expect([plan.columns, plan.rows]).toEqual([1, 1]);
        expect(Math.max(plan.width, plan.height)).toBeCloseTo((paperSizes[sheet][1] * 72) / 25.4, 6);
      }
});

it("writes PDF with the font inside, one page a sheet, the same bytes each time", async () => {
  const picture = svg(800, 400, '<text x="10" y="20" font-weight="600">串并案</text><text x="10" y="40">资金流向</text>');
  const options = { paper: "A2", sheet: "A4", title: "图", footer: "打印", at: 0 } as const;
  const bytes = await writePdf(picture, options);
  const text = Buffer.from(bytes).toString("latin1");
  expect(text.match(/\/Type \/Page\b/g)?.length).toBe(planSheets(800, 400, options).columns * planSheets(800, 400, options).rows);
  expect(text.match(/\/FontFile2/g)?.length).toBe(2);
  expect(text).not.toMatch(/\/FontName \/(Helvetica|Times)/);
  expect(Buffer.from(await writePdf(picture, options)).equals(Buffer.from(bytes))).toBe(true);
});

it("carries a font of the letters that are written and no others", async () => {
  const few = await fontFaceOf(svg(1, 1, "<text>串</text>"));
  const many = await fontFaceOf(svg(1, 1, `<text>${[..."串并案资金流向转账通话证据号码账户人员单位设备"].join("")}</text>`));
  expect(few).toMatch(/^@font-face\{font-family:"Caseweave Sans";font-weight:400;src:url\(data:font\/woff2;base64,d09GM/);
  expect(few.length).toBeLessThan(many.length);
  expect(many.length).toBeLessThan(40_000);
});

/** Rows of RGB of a PNG as it is written here. */
function pixelsOf(png: Uint8Array): { width: number; height: number; at: (x: number, y: number) => string } {
  const bytes = Buffer.from(png);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const rows = inflateSync(Buffer.concat(data));
  expect(rows.length).toBe(height * (width * 3 + 1));
  const at = (x: number, y: number) => rows.toString("hex", y * (width * 3 + 1) + 1 + x * 3, y * (width * 3 + 1) + 4 + x * 3);
  return { width, height, at };
}

it("writes PNG bands as one picture", async () => {
  const png = await writePng(2, 3, [Uint8Array.from([1, 2, 3, 4, 5, 6]), Uint8Array.from([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])]);
  const { width, height, at } = pixelsOf(png);
  expect([width, height, at(1, 0), at(0, 1), at(1, 2)]).toEqual([2, 3, "040506", "070809", "101112"]);
});

it("draws across the seams of tiles, and refuses more than 200 megapixels with the scale that fits", async () => {
  const picture = svg(1000, 200, '<rect x="500" y="60" width="450" height="100" fill="#C26A00"/>');
  const { width, height, at } = pixelsOf(await writePicture(picture, 17));
  expect([width, height]).toEqual([17_000, 3_400]);
  expect([at(8499, 1100), at(8501, 1100), at(16_000, 1023), at(16_000, 1025), at(16_200, 1100)]).toEqual([
    "ffffff",
    "c26a00",
    "c26a00",
    "c26a00",
    "ffffff",
  ]);
  await expect(writePicture(picture, 40)).rejects.toThrow(/picture-too-large.*"scale":31.6/);
});
