// Codes (postcodes), long numbers (documents, phones), small numbers (house numbers) and categories.
import { commonPrefix, editDistance, isOneEdit } from "../distances.ts";
import { exactAtom, type FieldKind } from "./kind.ts";

export const codeKind: FieldKind = {
  id: "code",
  levels: ["exact", "one-edit", "long-prefix", "prefix", "else"],
  startM: [0.75, 0.08, 0.07, 0.05, 0.05],
  compare({ compact: a }, { compact: b }) {
    if (isOneEdit(a, b)) return 1;
    const prefix = commonPrefix(a, b);
    if (prefix >= Math.max(Math.max(a.length, b.length) - 3, 3)) return 2;
    return prefix >= 2 ? 3 : 4;
  },
  atoms: [
    exactAtom(5),
    { id: "start", keyOf: ({ compact }) => compact.slice(0, Math.max(2, compact.length - 3)), agreement: [1, 0.6, 0.9, 0.3, 0.02] },
  ],
};

/** An edit changes the counts of two signs by one at most. */
function mayBeTwoEdits(one: Uint8Array, other: Uint8Array): boolean {
  let difference = 0;
  for (let i = 0; i < one.length && difference <= 4; i++) difference += Math.abs(one[i]! - other[i]!);
  return difference <= 4;
}

export const longNumberKind: FieldKind = {
  id: "long-number",
  levels: ["exact", "one-edit", "two-edits", "else"],
  startM: [0.85, 0.08, 0.03, 0.04],
  compare({ compact: a, units }, { compact: b, units: others }) {
    if (isOneEdit(a, b)) return 1;
    return Math.abs(a.length - b.length) <= 2 && mayBeTwoEdits(units, others) && editDistance(a, b) <= 2 ? 2 : 3;
  },
  atoms: [
    exactAtom(4),
    { id: "first-half", keyOf: ({ compact }) => compact.slice(0, compact.length >> 1), agreement: [1, 0.5, 0.25, 0] },
    { id: "second-half", keyOf: ({ compact }) => compact.slice(compact.length >> 1), agreement: [1, 0.5, 0.25, 0] },
  ],
};

export const numberKind: FieldKind = {
  id: "number",
  levels: ["exact", "one-edit", "else"],
  startM: [0.8, 0.1, 0.1],
  compare: ({ compact: a }, { compact: b }) => (isOneEdit(a, b) ? 1 : 2),
  atoms: [exactAtom(3)],
};

export const categoryKind: FieldKind = {
  id: "category",
  levels: ["exact", "else"],
  startM: [0.9, 0.1],
  compare: () => 1,
  atoms: [{ ...exactAtom(2), onlyWithOthers: true }],
};
