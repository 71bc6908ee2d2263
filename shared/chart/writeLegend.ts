// The legend under an exported chart: only the kinds and the links that stand on it.

import { entityKinds } from "../model/entity.ts";
import type { ChartTheme } from "./chartTheme.ts";
import type { LookRule } from "./document.ts";
import type { ChartModel } from "./graphModel.ts";
import { familyColour, familyOf, type LinkFamily, linkFamilies } from "./linkLook.ts";
import type { LegendClass, RuleLegend } from "./looks/applyLooks.ts";
import { lookIcons } from "./looks/lookIcons.ts";
import { writeGlyph } from "./writeGlyph.ts";
import { element, escapeXml, number } from "./xmlText.ts";

export interface LegendWords {
  readonly kinds: Readonly<Record<string, string>>;
  readonly families: Readonly<Record<LinkFamily, string>>;
  readonly unconfirmed: string;
  readonly disabled: string;
  /** Of looks by rule: what a rule shows, and what each of its classes stands for. */
  readonly look?: (rule: LookRule) => string;
  readonly lookClass?: (rule: LookRule, one: LegendClass) => string;
}

export interface LegendLook {
  readonly title: string;
  readonly classes: readonly { readonly mark: LegendClass; readonly word: string; readonly x: number }[];
  readonly width: number;
}

export interface LegendLine {
  readonly word: string;
  readonly family: LinkFamily;
  readonly dashes: string | undefined;
}

export interface Legend {
  readonly kinds: readonly { readonly kind: string; readonly word: string }[];
  readonly lines: readonly LegendLine[];
  readonly looks: readonly LegendLook[];
  readonly width: number;
  readonly height: number;
}

const cell = 108;

const lookRow = 26;
const markWidth = 30;

/** Near enough to lay a line out: a Chinese character is as wide as it is high, other letters a little more than half. */
const textWidth = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 12 : 7), 0);

function lookOf({ rule, classes }: RuleLegend, { look, lookClass }: LegendWords): LegendLook {
  const title = look?.(rule) ?? "";
  let x = textWidth(title) + 16;
  const placed = classes.map((mark) => {
    const word = lookClass?.(rule, mark) ?? "";
    const at = x;
    x += markWidth + textWidth(word) + 16;
    return { mark, word, x: at };
  });
  return { title, classes: placed, width: x };
}

export function legendOf(model: ChartModel, words: LegendWords, ruleLegends: readonly RuleLegend[] = []): Legend {
  const shown = new Set([...model.nodes.values()].map((node) => node.kind));
  const kinds = entityKinds.filter((kind) => shown.has(kind)).map((kind) => ({ kind, word: words.kinds[kind] ?? kind }));
  const families = new Set([...model.links.values()].map((link) => familyOf(link.kind)));
  const lines: LegendLine[] = linkFamilies
    .filter((family) => families.has(family))
    .map((family) => ({ word: words.families[family], family, dashes: undefined }));
  if ([...model.links.values()].some((link) => !link.confirmed)) lines.push({ word: words.unconfirmed, family: "fact", dashes: "6 4" });
  if ([...model.disabled].some((id) => model.links.has(id))) lines.push({ word: words.disabled, family: "fact", dashes: "1.5 4" });
  const looks = ruleLegends.filter(({ classes }) => classes.length > 0).map((one) => lookOf(one, words));
  const width = Math.max(kinds.length * cell, lines.length * cell * 1.7, ...looks.map((look) => look.width));
  return { kinds, lines, looks, width, height: 84 + looks.length * lookRow };
}

/** A dot in its colour and size, a stroke in its width, or an icon. */
function writeMark({ colour, size = 1, width, icon }: LegendClass, theme: ChartTheme): string {
  const fill = colour ?? theme.textSecond;
  if (icon !== undefined)
    return element(
      "g",
      { transform: "translate(2 -9) scale(0.72)", fill: "none", stroke: theme.text, "stroke-width": 2 },
      lookIcons[icon]!,
    );
  if (width !== undefined) return element("line", { x1: 0, y1: 0, x2: 22, y2: 0, stroke: fill, "stroke-width": width });
  return element("ellipse", { cx: 10, cy: 0, rx: 5 * size, ry: 5 * size, fill });
}

const writeLook = ({ title, classes }: LegendLook, y: number, theme: ChartTheme): string =>
  element(
    "g",
    { transform: `translate(0 ${number(y)})` },
    element("text", { x: 0, y: 4, fill: theme.text, "font-size": 12, "font-weight": 600 }, escapeXml(title)) +
      classes
        .map(({ mark, word, x }) =>
          element(
            "g",
            { transform: `translate(${number(x)} 0)` },
            writeMark(mark, theme) + element("text", { x: markWidth, y: 4, fill: theme.textSecond, "font-size": 12 }, escapeXml(word)),
          ),
        )
        .join(""),
  );

export function writeLegend({ kinds, lines, looks }: Legend, theme: ChartTheme): string {
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
  return [...glyphs, ...strokes, ...looks.map((look, i) => writeLook(look, 82 + i * lookRow, theme))].join("");
}
