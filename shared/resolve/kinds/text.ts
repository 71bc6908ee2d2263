// Longer texts (addresses) and e-mail addresses.
import { editDistance, jaroWinkler } from "../distances.ts";
import { textSimilarity } from "../textSimilarity.ts";
import { exactAtom, type FieldKind } from "./kind.ts";

const steps = { close: 0.88, near: 0.75, far: 0.6 };

export const textKind: FieldKind = {
  id: "text",
  levels: ["exact", "close", "near", "far", "else"],
  startM: [0.65, 0.1, 0.08, 0.07, 0.1],
  compare(a, b) {
    const likeness = textSimilarity(a, b, steps.far);
    if (likeness >= steps.close) return 1;
    const shorter = Math.min(a.compact.length, b.compact.length);
    if (likeness > 0 && shorter >= 6 && Math.abs(a.compact.length - b.compact.length) <= 2 && editDistance(a.compact, b.compact) <= 2)
      return 1;
    return likeness >= steps.near ? 2 : likeness >= steps.far ? 3 : 4;
  },
  atoms: [
    exactAtom(5),
    { id: "start", keyOf: ({ compact }) => compact.slice(0, 5), agreement: [1, 0.7, 0.5, 0.3, 0.05] },
    { id: "end", keyOf: ({ compact }) => compact.slice(-5), agreement: [1, 0.7, 0.5, 0.3, 0.05] },
  ],
};

const localPart = (text: string) => text.slice(0, text.indexOf("@") < 0 ? text.length : text.indexOf("@"));

export const emailKind: FieldKind = {
  id: "email",
  levels: ["exact", "same-name", "close", "else"],
  startM: [0.7, 0.08, 0.1, 0.12],
  compare({ compact: a }, { compact: b }) {
    const [localA, localB] = [localPart(a), localPart(b)];
    if (localA === localB) return 1;
    const longer = Math.max(a.length, b.length);
    const likeness = Math.min(a.length, b.length) < 0.7 * longer ? 0 : 1 - editDistance(a, b) / longer;
    if (likeness >= 0.9) return 1;
    return likeness >= 0.7 || jaroWinkler(localA, localB) >= 0.88 ? 2 : 3;
  },
  atoms: [exactAtom(4), { id: "start", keyOf: ({ compact }) => localPart(compact).slice(0, 5), agreement: [1, 0.8, 0.5, 0.02] }],
};
