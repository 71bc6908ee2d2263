// Paths by which an argument of a step names a parameter or an earlier result. All there is: names, dots, and `[]` for each of a list.
//   parameters.windowDays          the value of a parameter
//   steps.series.series[].series   of the answer of step `series`: its `series`, of each its `series`
//   sections.cards[].entity        of the lines of section `cards` that its conditions left
//   item.series                    of the line that the step is run for
// Nothing is computed: no operators, no functions, no brackets with anything in them.

export type PathRoot = "parameters" | "steps" | "sections" | "item";

export interface PackPath {
  readonly root: PathRoot;
  /** Parameter, step or section; "" of an item, there is only one. */
  readonly name: string;
  /** Whether the named thing itself is a list to walk: `sections.cards[]`. */
  readonly isEach: boolean;
  readonly parts: readonly PathPart[];
}

export interface PathPart {
  readonly field: string;
  readonly isEach: boolean;
}

const part = /^([a-zA-Z][a-zA-Z0-9]*)(\[\])?$/;

const readPart = (text: string): PathPart | null => {
  const match = part.exec(text);
  return match ? { field: match[1]!, isEach: match[2] !== undefined } : null;
};

/** null where the text is no path. */
export function parsePath(text: string): PackPath | null {
  const [root = "", ...rest] = text.split(".");
  const parts = rest.map(readPart);
  const [head, ...fields] = parts;
  if (!head || parts.some((one) => one === null)) return null;
  if (root === "item") return { root, name: "", isEach: false, parts: parts as PathPart[] };
  if (root !== "parameters" && root !== "steps" && root !== "sections") return null;
  if (root === "parameters" && (fields.length > 0 || head.isEach)) return null;
  return { root, name: head.field, isEach: head.isEach, parts: fields as PathPart[] };
}

/** Fields of a condition or a name: dots only. */
export const isFieldPath = (text: string): boolean => text.split(".").every((one) => /^[a-zA-Z][a-zA-Z0-9]*$/.test(one));

/** `places[].place` from a line, `series[]` from an answer, `[]` where the answer is the list. Only for texts of our own. */
export function readList(value: unknown, text: string): readonly unknown[] {
  const isEach = text.startsWith("[]");
  const parts = text
    .replace(/^\[\]\.?/, "")
    .split(".")
    .flatMap((one) => readPart(one) ?? []);
  return walk(value, isEach, parts).values;
}

/** Own fields only: `constructor` and its like are nobody's. */
const ownField = (value: unknown, field: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined;

export const readField = (value: unknown, path: string): unknown => path.split(".").reduce(ownField, value);

const each = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function walk(value: unknown, isEach: boolean, parts: readonly PathPart[]): { values: readonly unknown[]; isList: boolean } {
  let values: readonly unknown[] = isEach ? each(value) : [value];
  let isList = isEach;
  for (const { field, isEach: walks } of parts) {
    values = values.map((one) => ownField(one, field));
    if (walks) values = values.flatMap(each);
    isList = isList || walks;
  }
  return { values: values.filter((one) => one !== undefined && one !== null), isList };
}

/** One value, or the list of all, each once, where the path walks lists. */
export function readPath(value: unknown, { isEach, parts }: PackPath): unknown {
  const { values, isList } = walk(value, isEach, parts);
  return isList ? [...new Set(values)] : values[0];
}
