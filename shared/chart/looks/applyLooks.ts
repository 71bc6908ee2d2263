// Rules of looks turned into colours, sizes, labels and widths of the items on a chart, and into the legend that explains them.
// Numbers fall into classes of about equal size (quantiles), words into classes of their own, the most frequent first.
import type { LookColours } from "../chartTheme.ts";
import type { LookRule } from "../document.ts";
import type { ChartModel } from "../graphModel.ts";
import { lookIconNames } from "./lookIcons.ts";
import { linkMeasures, type MeasureValue, nodeMeasures } from "./measures.ts";

export interface Look {
  readonly colour?: string;
  /** Factor of the size of the kind. */
  readonly size?: number;
  readonly width?: number;
  /** Name of an icon that stands for that of the kind. */
  readonly icon?: string;
  /** Value that stands as the last line of the label. */
  readonly value?: MeasureValue;
}

export interface LegendClass {
  readonly colour?: string;
  readonly size?: number;
  readonly width?: number;
  readonly icon?: string;
  /** Inclusive range of a class of numbers, or the word; null: all other words. */
  readonly from: number | null;
  readonly until: number | null;
  readonly word: string | null;
  readonly items: number;
}

export interface RuleLegend {
  readonly rule: LookRule;
  readonly classes: readonly LegendClass[];
}

export interface Looks {
  readonly nodes: ReadonlyMap<string, Look>;
  readonly links: ReadonlyMap<string, Look>;
  readonly legend: readonly RuleLegend[];
}

const sizes = [0.8, 1.05, 1.35, 1.7];
const widths = [1.4, 2.6, 4.2, 6.5];
const mostClasses = 4;

function valuesOf(model: ChartModel, { on, by, kinds }: LookRule): readonly (readonly [id: string, value: MeasureValue])[] {
  const isWanted = (kind: string) => kinds.length === 0 || kinds.includes(kind);
  if (on === "node") {
    const measure = nodeMeasures[by as keyof typeof nodeMeasures];
    return measure === undefined ? [] : [...measure.valuesOf(model)].filter(([ref]) => isWanted(model.nodes.get(ref)!.kind));
  }
  const measure = linkMeasures[by];
  return measure === undefined ? [] : [...measure.valuesOf(model)].filter(([id]) => isWanted(model.links.get(id)!.kind));
}

interface Class {
  readonly isIn: (value: MeasureValue) => boolean;
  readonly from: number | null;
  readonly until: number | null;
  readonly word: string | null;
}

/** Up to four classes of different numbers, each bound once. */
function numberClasses(values: readonly number[]): readonly Class[] {
  const sorted = values.toSorted((a, b) => a - b);
  const tops = Array.from(
    { length: mostClasses },
    (_, i) => sorted[Math.min(sorted.length - 1, Math.ceil(((i + 1) * sorted.length) / mostClasses) - 1)]!,
  );
  const bounds = [...new Set(tops)];
  return bounds.map((until, i) => {
    const after = i === 0 ? Number.NEGATIVE_INFINITY : bounds[i - 1]!;
    const from = sorted.find((value) => value > after)!;
    return { isIn: (value) => typeof value === "number" && value > after && value <= until, from, until, word: null };
  });
}

function wordClasses(values: readonly string[], most: number): readonly Class[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const words = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
  const own = words.slice(0, words.length > most ? most - 1 : most);
  const named: Class[] = own.map((word) => ({ isIn: (value) => value === word, from: null, until: null, word }));
  if (own.length === words.length) return named;
  return [...named, { isIn: (value) => typeof value === "string" && !own.includes(value), from: null, until: null, word: null }];
}

/** The strongest class gets the strongest look, however many classes there are. */
const strength = <T>(looks: readonly T[], i: number, count: number): T => looks[looks.length - count + i]!;

function traitOf({ trait }: LookRule, colours: LookColours, isNumber: boolean, i: number, count: number): Look {
  if (trait === "colour") return { colour: isNumber ? strength(colours.ramp, i, count) : colours.classes[i % colours.classes.length]! };
  if (trait === "size") return { size: isNumber ? strength(sizes, i, count) : 1 };
  if (trait === "width") return { width: isNumber ? strength(widths, i, count) : 2 };
  if (trait === "icon") return { icon: isNumber ? strength(lookIconNames, i, count) : lookIconNames[i % lookIconNames.length]! };
  return {};
}

function applyRule(model: ChartModel, rule: LookRule, colours: LookColours, into: Map<string, Look>): RuleLegend | null {
  const values = valuesOf(model, rule);
  const numbers = values.flatMap(([, value]) => (typeof value === "number" ? value : []));
  const words = values.flatMap(([, value]) => (typeof value === "string" ? value : []));
  if (numbers.length + words.length === 0) return null;
  if (rule.trait === "label") {
    for (const [id, value] of values) if (value !== null) into.set(id, { ...into.get(id), value });
    return { rule, classes: [] };
  }
  const isNumber = numbers.length > 0;
  const most = rule.trait === "icon" ? lookIconNames.length : colours.classes.length;
  const classes = isNumber ? numberClasses(numbers) : wordClasses(words, most);
  const legend = classes.map(({ isIn, from, until, word }, i): LegendClass => {
    const look = traitOf(rule, colours, isNumber, i, classes.length);
    const members = values.filter(([, value]) => isIn(value));
    for (const [id] of members) into.set(id, { ...into.get(id), ...look });
    return { ...look, from, until, word, items: members.length } as LegendClass;
  });
  return { rule, classes: legend };
}

/** Rules in their order: a later one wins over an earlier one on the same trait. */
export function applyLooks(model: ChartModel, rules: readonly LookRule[], colours: LookColours): Looks {
  const nodes = new Map<string, Look>();
  const links = new Map<string, Look>();
  const legend = rules.flatMap((rule) => applyRule(model, rule, colours, rule.on === "node" ? nodes : links) ?? []);
  return { nodes, links, legend };
}
