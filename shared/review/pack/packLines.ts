// From the answer of a call to the lines of a section: its conditions, its cut, the key and the cells of each.
import { fenOf } from "../../model/money.ts";
import type { LineFact, LineField, LineShape } from "./line.ts";
import type { comparisons } from "./pack.ts";
import { readField, readList } from "./path.ts";

/** Field of a line that names what its step ran for. */
export const itemField = "item";
/** Of one section; more are counted and said. */
export const mostLines = 5000;

export interface LineCell {
  readonly form: LineField["form"];
  /** What is written; null where it is only named, or nothing is known. */
  readonly value: string | number | boolean | null;
  /** References, for the forms that name things. */
  readonly refs: readonly string[];
}

export interface FoundLine {
  readonly key: string;
  readonly cells: readonly LineCell[];
  readonly chart: string | null;
  readonly facts: readonly LineFact[];
}

/** A condition with its value put in. An empty value asks nothing. */
export interface ReadyCondition {
  readonly field: string;
  readonly is: (typeof comparisons)[number];
  readonly value: string | number | boolean | null;
}

/** What a condition compares: a list by how many it holds, money as the number it reads as. */
function comparable(value: unknown, other: unknown): number | string | null {
  if (Array.isArray(value)) return value.length;
  if (typeof value === "string" && typeof other === "number") {
    const fen = fenOf(value);
    return fen === null ? null : fen / 100;
  }
  return typeof value === "number" || typeof value === "string" ? value : null;
}

type Compare = (value: unknown, other: string | number | boolean) => boolean;

/** Smaller, equal or larger; null where the two are not of one kind. */
function order(value: unknown, other: string | number | boolean): number | null {
  const own = comparable(value, other);
  if (own === null || typeof own !== typeof other) return null;
  return own < other ? -1 : own > other ? 1 : 0;
}

const holds: Compare = (value, other) =>
  Array.isArray(value) ? value.includes(other) : typeof value === "string" && value.includes(String(other));

const compares: Readonly<Record<ReadyCondition["is"], Compare>> = {
  atLeast: (value, other) => (order(value, other) ?? -1) >= 0,
  atMost: (value, other) => (order(value, other) ?? 1) <= 0,
  equal: (value, other) => value === other || order(value, other) === 0,
  containing: holds,
  notContaining: (value, other) => !holds(value, other),
};

/** Whether a figure stands so to a value. An empty value asks nothing. */
export const stands = (figure: unknown, is: ReadyCondition["is"], value: ReadyCondition["value"]): boolean =>
  value === null || value === "" || compares[is](figure, value);

const passes = (line: unknown, { field, is, value }: ReadyCondition): boolean => stands(readField(line, field), is, value);

/** Of the lines of an answer those that a section shows, as the call answered them. */
export function chooseLines(lines: readonly unknown[], conditions: readonly ReadyCondition[], top: number | null): readonly unknown[] {
  const passing = lines.filter((line) => conditions.every((condition) => passes(line, condition)));
  return top === null ? passing : passing.slice(0, top);
}

const textOf = (value: unknown): string => (Array.isArray(value) ? [...value].map(String).sort().join("+") : String(value ?? ""));

/** The name of a line by some of its fields; the members of a list in order, so that their order means nothing. */
export const nameOfLine = (line: unknown, fields: readonly string[]): string =>
  fields.map((field) => textOf(readField(line, field))).join(" | ");

const caseRef = (number: unknown): string => (String(number).startsWith("case:") ? String(number) : `case:${String(number)}`);
const present = (value: unknown): readonly unknown[] => (value === undefined || value === null || value === "" ? [] : [value]);

type MakeCell = (value: unknown, all: readonly unknown[]) => Omit<LineCell, "form">;
const plain: MakeCell = (value) => ({
  value: typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null,
  refs: [],
});

const cellMakers: Readonly<Record<LineField["form"], MakeCell>> = {
  entity: (value) => ({ value: null, refs: present(value).map(String) }),
  entities: (_value, all) => ({ value: all.length, refs: all.map(String) }),
  case: (value) => ({ value: null, refs: present(value).map(caseRef) }),
  cases: (_value, all) => ({ value: all.length, refs: all.map(caseRef) }),
  count: (value) => (Array.isArray(value) ? { value: value.length, refs: [] } : plain(value, [])),
  text: plain,
  word: plain,
  money: plain,
  bits: plain,
  score: plain,
  time: plain,
  flag: plain,
};

export function cellOf(line: unknown, { name, form }: LineField): LineCell {
  const value = name.includes("[]") ? undefined : readField(line, name);
  const all = name.includes("[]") ? [...new Set(readList(line, name))] : Array.isArray(value) ? value : present(value);
  return { form, ...cellMakers[form](value, all) };
}

/** The line that the step ran for carries its own cell. */
const cellOfItem = (line: unknown, { name }: LineField): LineCell | null =>
  name === itemField ? (readField(line, "item.cell") as LineCell) : null;

export const makeLine = (line: unknown, shape: LineShape<unknown>): FoundLine => ({
  key: nameOfLine(line, shape.key),
  cells: shape.fields.map((field) => cellOfItem(line, field) ?? cellOf(line, field)),
  chart: shape.chartOf(line),
  facts: shape.factsOf(line),
});
