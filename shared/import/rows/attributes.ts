// Targets that simply become attributes of the row's entity, and the columns that no target reads.
import type { FactSink } from "../factSink.ts";
import type { LinkAttribute } from "../facts.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import type { ValueKind } from "../targets/target.ts";
import { compileCoordinate, compileMoneyValue, compileTimeValue, type ValueReader } from "./values.ts";

export type AttributeWriter = (cells: Cells, entity: number, row: number, sink: FactSink) => void;

/** [target, kind] or [target, kind, attribute name] where the name differs from the target's. */
export type AttributeSpec = readonly [target: string, kind: ValueKind, name?: string];

const readers: Partial<Record<ValueKind, (plan: RowPlan, target: string) => ValueReader>> = {
  time: compileTimeValue,
  money: compileMoneyValue,
  longitude: compileCoordinate,
  latitude: compileCoordinate,
};

const isMapped = (plan: RowPlan, target: string) => plan.has(target) || plan.has(`${target}.date`);

/** `isRepeated`: many rows say the same of one entity (the place of a capture); a value is said again only when it differs. */
export function compileAttributes(plan: RowPlan, specs: readonly AttributeSpec[], isRepeated = false): AttributeWriter {
  const used = specs
    .filter(([target]) => isMapped(plan, target))
    .map(([target, kind, name = target]) => ({
      name,
      read: (readers[kind] ?? ((p, t) => p.text(t)))(plan, target),
      raw: rawText(plan, target),
      heading: plan.headingOf(target) || plan.headingOf(`${target}.date`),
    }));
  return (cells, entity, row, sink) => {
    for (const { name, read, raw, heading } of used) {
      const value = read(cells);
      if (value === null) keepAsWritten(plan, heading, raw(cells), entity, row, sink);
      else if (isRepeated) sink.repeatedAttribute(entity, name, value, row);
      else sink.attribute(entity, name, value, row);
    }
  };
}

const rawText = (plan: RowPlan, target: string) => {
  const [whole, date, clock] = [plan.text(target), plan.text(`${target}.date`), plan.text(`${target}.time`)];
  return (cells: Cells) => whole(cells) || `${date(cells)} ${clock(cells)}`.trim();
};

/** A cell that its target does not understand stays under its heading, with a doubt. */
function keepAsWritten(plan: RowPlan, heading: string, text: string, entity: number, row: number, sink: FactSink): void {
  plan.doubts.add("cell-not-understood", heading, text);
  sink.attribute(entity, heading, text, row);
}

/** Columns that no target reads, under their headings. */
export function compileUnlisted(plan: RowPlan): AttributeWriter {
  const { unlisted } = plan;
  return (cells, entity, row, sink) => {
    for (const { heading, get } of unlisted) sink.attribute(entity, heading, get(cells), row);
  };
}

/** `attribute.*` targets: the name is what stands behind the first dot; one that ends with `[]` holds several values parted by `;`. */
function compileFreeValues(plan: RowPlan): (cells: Cells, take: (name: string, value: string) => void) => void {
  const names = [...new Set(Object.values(plan.mapping.columns).flat())].filter((target) => target.startsWith("attribute."));
  const used = names.map((target) => {
    const isList = target.endsWith("[]") && target.length > "attribute.[]".length;
    return { name: target.slice("attribute.".length, isList ? -2 : undefined), text: plan.text(target), isList };
  });
  return (cells, take) => {
    for (const { name, text, isList } of used) {
      const value = text(cells);
      if (!isList) take(name, value);
      else for (const part of value.split(";")) take(name, part.trim());
    }
  };
}

export function compileFreeAttributes(plan: RowPlan): AttributeWriter {
  const values = compileFreeValues(plan);
  return (cells, entity, row, sink) => values(cells, (name, value) => sink.attribute(entity, name, value, row));
}

/** The same of a link, and the columns that no target reads: [name, value] of every cell that is filled. */
export function compileLinkAttributes(plan: RowPlan): (cells: Cells) => readonly LinkAttribute[] {
  const [values, { unlisted }] = [compileFreeValues(plan), plan];
  return (cells) => {
    const found: LinkAttribute[] = [];
    values(cells, (name, value) => {
      if (value !== "") found.push([name, value]);
    });
    for (const { heading, get } of unlisted) if (get(cells) !== "") found.push([heading, get(cells)]);
    return found;
  };
}
