// Fields of each rule of a mapping: the form and the chip are drawn from them.
import type { RuleKind } from "../../../shared/import/mappingRules.ts";

export type RuleFieldKind = "column" | "columns" | "target" | "test" | "text";

export interface RuleField {
  readonly name: string;
  readonly kind: RuleFieldKind;
  readonly label: string;
  /** May stay empty. */
  readonly isOptional?: boolean;
}

interface RuleForm {
  readonly title: string;
  readonly chip: string;
  readonly fields: readonly RuleField[];
}

const column: RuleField = { name: "column", kind: "column", label: "import.rule.column" };
const heading: RuleField = { name: "heading", kind: "text", label: "import.rule.newHeading" };

export const ruleForms: Readonly<Record<RuleKind, RuleForm>> = {
  combine: {
    title: "import.rule.combine",
    chip: "import.rule.combineChip",
    fields: [
      { name: "from", kind: "columns", label: "import.rule.columns" },
      { name: "join", kind: "text", label: "import.rule.join", isOptional: true },
      heading,
    ],
  },
  split: {
    title: "import.rule.split",
    chip: "import.rule.splitChip",
    fields: [
      { name: "from", kind: "column", label: "import.rule.column" },
      { name: "by", kind: "text", label: "import.rule.by" },
      { name: "part", kind: "text", label: "import.rule.part" },
      heading,
    ],
  },
  constant: {
    title: "import.rule.constant",
    chip: "import.rule.constantChip",
    fields: [
      { name: "target", kind: "target", label: "import.rule.target" },
      { name: "value", kind: "text", label: "import.rule.value" },
    ],
  },
  exclude: {
    title: "import.rule.exclude",
    chip: "import.rule.excludeChip",
    fields: [
      column,
      { name: "is", kind: "test", label: "import.rule.test" },
      { name: "value", kind: "text", label: "import.rule.value", isOptional: true },
    ],
  },
  value: {
    title: "import.rule.valueMap",
    chip: "import.rule.valueMapChip",
    fields: [
      column,
      { name: "word", kind: "text", label: "import.rule.word" },
      { name: "means", kind: "text", label: "import.rule.means" },
    ],
  },
  fillDown: {
    title: "import.rule.fillDown",
    chip: "import.rule.fillDownChip",
    fields: [{ ...column, label: "import.rule.columnOrAll", isOptional: true }],
  },
  year: { title: "import.rule.year", chip: "import.rule.yearChip", fields: [{ name: "year", kind: "text", label: "import.rule.yearOf" }] },
};

export const testKeys: Readonly<Record<string, string>> = {
  equal: "import.rule.isEqual",
  containing: "import.rule.isContaining",
  empty: "import.rule.isEmpty",
  filled: "import.rule.isFilled",
};
