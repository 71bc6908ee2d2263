// The legend under an exported chart: only the kinds and the links that stand on it.

import { entityKinds } from "../model/entity.ts";
import type { ChartTheme } from "./chartTheme.ts";
import type { ChartModel } from "./graphModel.ts";
import { familyColour, familyOf, type LinkFamily, linkFamilies } from "./linkLook.ts";
import { writeGlyph } from "./writeGlyph.ts";
import { element, escapeXml, number } from "./xmlText.ts";

export interface LegendWords {
  readonly kinds: Readonly<Record<string, string>>;
  readonly families: Readonly<Record<LinkFamily, string>>;
  readonly unconfirmed: string;
  readonly disabled: string;
}

export interface LegendLine {
  readonly word: string;
  readonly family: LinkFamily;
  readonly dashes: string | undefined;
}

export interface Legend {
  readonly kinds: readonly { readonly kind: string; readonly word: string }[];
  readonly lines: readonly LegendLine[];
  readonly width: number;
  readonly height: number;
}

const cell = 108;

export function legendOf(model: ChartModel, words: LegendWords): Legend {
  const shown = new Set([...model.nodes.values()].map((node) => node.kind));
  const kinds = entityKinds.filter((kind) => shown.has(kind)).map((kind) => ({ kind, word: words.kinds[kind] ?? kind }));
  const families = new Set([...model.links.values()].map((link) => familyOf(link.kind)));
  const lines: LegendLine[] = linkFamilies
    .filter((family) => families.has(family))
    .map((family) => ({ word: words.families[family], family, dashes: undefined }));
  if ([...model.links.values()].some((link) => !link.confirmed)) lines.push({ word: words.unconfirmed, family: "fact", dashes: "6 4" });
  if ([...model.disabled].some((id) => model.links.has(id))) lines.push({ word: words.disabled, family: "fact", dashes: "1.5 4" });
  return { kinds, lines, width: Math.max(kinds.length * cell, lines.length * cell * 1.7), height: 84 };
}

export function writeLegend({ kinds, lines }: Legend, theme: ChartTheme): string {
  const glyphs = kinds.map(({ kind, word }, i) =>
    element(
      "g",
      { transform: `translate(${i * cell + 10} 20)` },
      element("g", { transform: "scale(0.55)" }, writeGlyph(kind, "", theme)) +
        element("text", { x: 18, y: 4, fill: theme.textSecond, "font-size": 12 }, escapeXml(word)),
    ),
  );
  const strokes = lines.map(({ word, family, dashes }, i) =>
    element(
      "g",
      { transform: `translate(${number(i * cell * 1.7)} 52)` },
      element("line", {
        x1: 0,
        y1: 0,
        x2: 30,
        y2: 0,
        stroke: familyColour(theme, family),
        "stroke-width": 2.5,
        "stroke-dasharray": dashes,
      }) + element("text", { x: 38, y: 4, fill: theme.textSecond, "font-size": 12 }, escapeXml(word)),
    ),
  );
  return [...glyphs, ...strokes].join("");
}
