// A cell of a pack's list in words, on screen and in files.
import type { ShownCell } from "../packCalls.ts";
import type { Say } from "../paper/say.ts";
import type { FieldForm } from "./line.ts";

/** Fields of a closed set of words → the family of their keys. */
const families: Readonly<Record<string, (value: string) => string>> = {
  motif: (value) => `pack.motif.${value}`,
  strength: (value) => `report.strength.${value}`,
  reason: (value) => `trace.reason.${value}`,
  role: (value) => `ring.role.${value}`,
  state: (value) => `resolve.address.state.${value}`,
  part: (value) => `assess.part.${value}`,
};

export const fieldKey = (field: string): string => `pack.field.${field}`;

type Write = (cell: ShownCell, field: string, say: Say) => string;

const nameOf = ({ label, holder }: ShownCell["named"][number]): string => (holder === null ? label : `${label} ${holder}`);
const namesOf: Write = ({ named, more }, _field, say) => {
  const names = named.map(nameOf).join(say("pack.cell.comma"));
  return more > 0 ? say("pack.cell.more", { names, more }) : names;
};
/** Of one alone the count says nothing. */
const counted: Write = (cell, field, say) =>
  cell.named.length === 0
    ? ""
    : cell.value === 1
      ? namesOf(cell, field, say)
      : say("pack.cell.counted", { count: cell.value, names: namesOf(cell, field, say) });
const plain: Write = ({ value }) => (value === null ? "" : String(value));
const decimals =
  (places: number): Write =>
  ({ value }) =>
    typeof value === "number" ? value.toFixed(places) : "";

const writers: Readonly<Record<FieldForm, Write>> = {
  entity: namesOf,
  entities: counted,
  case: namesOf,
  cases: counted,
  text: plain,
  count: plain,
  money: plain,
  bits: decimals(1),
  score: decimals(3),
  time: ({ value }) => (typeof value === "string" ? value.slice(0, 16).replace("T", " ") : ""),
  word: ({ value }, field, say) => (value === null ? "" : say(families[field]?.(String(value)) ?? String(value))),
  flag: ({ value }, _field, say) => (value === null ? "" : say(value ? "pack.cell.yes" : "pack.cell.no")),
};

export const cellText = (cell: ShownCell, field: string, say: Say): string => writers[cell.form](cell, field, say);
