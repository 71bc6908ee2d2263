// A rule of watching, as data: the numbers it takes, each with its unit and bounds. What it finds is beside it in the same file.

export interface RuleNumber {
  readonly name: string;
  readonly unit: "count" | "hours" | "minutes" | "yuan" | "percent" | "metres";
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

export interface RuleDeclaration {
  readonly numbers: readonly RuleNumber[];
}

/** Given numbers with the usual ones where none is given, each within its bounds. */
export function ruleValues({ numbers }: RuleDeclaration, given: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(numbers.map(({ name, usual, least, most }) => [name, Math.min(most, Math.max(least, given[name] ?? usual))]));
}
