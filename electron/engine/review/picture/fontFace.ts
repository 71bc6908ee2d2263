// The style sheet that brings an SVG's letters along: text stays text and looks the same on every machine.
import { paperFont } from "../../../../shared/chart/paperTheme.ts";
import { lettersOf } from "./drawSvg.ts";
import { fontOf, type Weight } from "./fonts.ts";
import { readSvg } from "./readSvg.ts";

const weights: Readonly<Record<Weight, number>> = { plain: 400, bold: 600 };

export async function fontFaceOf(svg: string): Promise<string> {
  const letters = lettersOf(readSvg(svg));
  const faces = (["plain", "bold"] as const).map(async (weight) => {
    const font = await fontOf(weight, letters[weight], "woff2");
    return `@font-face{font-family:"${paperFont}";font-weight:${weights[weight]};src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2")}`;
  });
  return (await Promise.all(faces)).join("");
}
