// Steps that run for each line of an earlier list: how such a line is called, and how the lines found for it carry its name, so that they are told apart
// and held against the same one's of the last run.
import type { LineField, LineShape } from "./line.ts";
import type { Pack, PackSectionSpec } from "./pack.ts";
import { cellOf, itemField, type LineCell, nameOfLine } from "./packLines.ts";
import { findStepKind } from "./steps/index.ts";

export interface Item {
  /** The same from run to run. */
  readonly name: string;
  readonly cell: LineCell;
}

type Shape = LineShape<unknown>;

const keyFields = ({ key, fields }: Shape): readonly LineField[] => fields.filter(({ name }) => key.includes(name));

/** A line of several names is called by all things among them. */
const formOf = (shape: Shape): LineField["form"] => {
  const [first, ...others] = keyFields(shape);
  return first && others.length === 0 ? first.form : "entities";
};

export function itemOf(line: unknown, shape: Shape): Item {
  const name = nameOfLine(line, shape.key).replaceAll(" | ", " · ");
  const cells = keyFields(shape).map((field) => cellOf(line, field));
  if (cells.length === 1) return { name, cell: cells[0]! };
  const refs = cells.flatMap((cell) => cell.refs);
  return { name, cell: { form: "entities", value: refs.length === 0 ? name : refs.length, refs } };
}

/** Lines that were found for a line, with its name. */
export const withItem = (lines: readonly unknown[], item: Item): readonly unknown[] => lines.map((line) => ({ ...(line as object), item }));

function shapeWithItem(shape: Shape, of: Shape): Shape {
  return {
    ...shape,
    key: [`${itemField}.name`, ...shape.key],
    fields: [{ name: itemField, form: formOf(of) }, ...shape.fields],
  };
}

/** Of the lines of a section; null where its step only prepares. */
export function shapeOfSection(pack: Pack, { step }: Pick<PackSectionSpec, "step">): Shape | null {
  const { call, each } = pack.steps.find(({ id }) => id === step)!;
  const shape = findStepKind(call)?.shape ?? null;
  const of = each && pack.sections.find(({ id }) => id === each.of);
  const source = of && shapeOfSection(pack, of);
  return shape && source ? shapeWithItem(shape, source) : shape;
}
