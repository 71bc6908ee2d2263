// What a mapping does beside giving columns their targets, as a list that a person can read, add to and take from.
import type { MadeColumn, Mapping, MappingFormat } from "./mapping.ts";

export const ruleKinds = ["combine", "split", "constant", "exclude", "value", "fillDown", "year"] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Values of a rule by the name of their field; several columns are parted by a line break. */
export type RuleValues = Readonly<Record<string, string>>;

export interface MappingRule {
  readonly kind: RuleKind;
  /** Unique in its mapping. */
  readonly id: string;
  readonly values: RuleValues;
}

interface RuleSpec {
  readonly list: (mapping: Mapping) => readonly RuleValues[];
  readonly add: (mapping: Mapping, values: RuleValues) => Mapping;
  /** Takes out the rule at a place of the list. */
  readonly remove: (mapping: Mapping, index: number) => Mapping;
}

const withFormat = (mapping: Mapping, change: Partial<MappingFormat>): Mapping => ({
  ...mapping,
  format: { ...mapping.format, ...change },
});

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

const made = (mapping: Mapping) => mapping.format?.made ?? [];
const isSplit = (column: { split?: unknown }) => column.split !== undefined;

/** Made columns of one kind; taking one out takes its targets along. */
function removeMade(mapping: Mapping, column: MadeColumn | undefined): Mapping {
  if (column === undefined) return mapping;
  const { [column.heading]: _, ...columns } = mapping.columns;
  return withFormat({ ...mapping, columns }, { made: made(mapping).filter((one) => one !== column) });
}

const valueEntries = (mapping: Mapping) =>
  Object.entries(mapping.format?.valueMaps ?? {}).flatMap(([column, words]) =>
    Object.entries(words).map(([word, means]) => ({ column, word, means })),
  );

const constants = (mapping: Mapping) => Object.entries(mapping.constants ?? {}).map(([target, value]) => ({ target, value }));

/** "" stands for all columns. */
const filledDown = (mapping: Mapping): readonly string[] => {
  const { fillDown } = mapping.format ?? {};
  return fillDown === true ? [""] : Array.isArray(fillDown) ? fillDown : [];
};

const asFillDown = (columns: readonly string[]): boolean | string[] => (columns.includes("") ? true : [...new Set(columns)]);

const specs: Readonly<Record<RuleKind, RuleSpec>> = {
  combine: {
    list: (mapping) =>
      made(mapping)
        .filter((column) => !isSplit(column))
        .map(({ heading, from, join }) => ({ heading, from: from.join("\n"), join: join ?? " " })),
    add: (mapping, { heading = "", from = "", join = " " }) =>
      withFormat(mapping, { made: [...made(mapping), { heading, from: from.split("\n"), join }] }),
    remove: (mapping, index) => removeMade(mapping, made(mapping).filter((column) => !isSplit(column))[index]),
  },
  split: {
    list: (mapping) =>
      made(mapping)
        .filter(isSplit)
        .map(({ heading, from, split }) => ({ heading, from: from[0]!, by: split!.by, part: String(split!.part) })),
    add: (mapping, { heading = "", from = "", by = "", part = "1" }) =>
      withFormat(mapping, { made: [...made(mapping), { heading, from: [from], split: { by, part: Math.trunc(Number(part)) || 1 } }] }),
    remove: (mapping, index) => removeMade(mapping, made(mapping).filter(isSplit)[index]),
  },
  constant: {
    list: constants,
    add: (mapping, { target = "", value = "" }) => ({ ...mapping, constants: { ...mapping.constants, [target]: value } }),
    remove: (mapping, index) => ({
      ...mapping,
      constants: Object.fromEntries(without(constants(mapping), index).map(({ target, value }) => [target, value])),
    }),
  },
  exclude: {
    list: (mapping) => (mapping.format?.exclude ?? []).map(({ column, is, value }) => ({ column, is, value: value ?? "" })),
    add: (mapping, { column = "", is = "equal", value = "" }) =>
      withFormat(mapping, { exclude: [...(mapping.format?.exclude ?? []), { column, is: is as "equal", value }] }),
    remove: (mapping, index) => withFormat(mapping, { exclude: without(mapping.format?.exclude ?? [], index) }),
  },
  value: {
    list: valueEntries,
    add: (mapping, { column = "", word = "", means = "" }) => {
      const maps = mapping.format?.valueMaps ?? {};
      return withFormat(mapping, { valueMaps: { ...maps, [column]: { ...maps[column], [word]: means } } });
    },
    remove: (mapping, index) => {
      const valueMaps: Record<string, Record<string, string>> = {};
      for (const { column, word, means } of without(valueEntries(mapping), index))
        valueMaps[column] = { ...valueMaps[column], [word]: means };
      return withFormat(mapping, { valueMaps });
    },
  },
  fillDown: {
    list: (mapping) => filledDown(mapping).map((column) => ({ column })),
    add: (mapping, { column = "" }) => withFormat(mapping, { fillDown: asFillDown([...filledDown(mapping), column]) }),
    remove: (mapping, index) => withFormat(mapping, { fillDown: without(filledDown(mapping), index) }),
  },
  year: {
    list: ({ format }) => (format?.year === undefined ? [] : [{ year: String(format.year) }]),
    add: (mapping, { year = "" }) => (/^(?:19|20|21)\d\d$/.test(year) ? withFormat(mapping, { year: Number(year) }) : mapping),
    remove: ({ format, ...mapping }) => {
      const { year: _, ...rest } = format ?? {};
      return { ...mapping, format: rest };
    },
  },
};

export const listRules = (mapping: Mapping): readonly MappingRule[] =>
  ruleKinds.flatMap((kind) => specs[kind].list(mapping).map((values, index) => ({ kind, id: `${kind}-${index}`, values })));

export const addRule = (mapping: Mapping, kind: RuleKind, values: RuleValues): Mapping => specs[kind].add(mapping, values);

export const removeRule = (mapping: Mapping, { kind, id }: MappingRule): Mapping =>
  specs[kind].remove(mapping, Number(id.slice(kind.length + 1)));
