// Names in letters: typing errors, initials, sound-alikes.
import { isOneEdit, jaroWinkler } from "../distances.ts";
import { exactAtom, type FieldKind } from "./kind.ts";
import { soundex } from "./soundex.ts";

const closeAt = 0.86;
const nearAt = 0.75;

export const nameKind: FieldKind = {
  id: "name",
  levels: ["exact", "one-edit", "prefix", "close", "near", "else"],
  startM: [0.7, 0.1, 0.05, 0.05, 0.03, 0.07],
  compare({ compact: a, tokens }, { compact: b, tokens: others }) {
    // The same words in another order are one spelling.
    if (a === b || (tokens.length > 1 && tokens.join() === others.join())) return 1;
    if (Math.min(a.length, b.length) >= 3 && isOneEdit(a, b)) return 1;
    if (a.startsWith(b) || b.startsWith(a)) return 2;
    const likeness = jaroWinkler(a, b);
    return likeness >= closeAt ? 3 : likeness >= nearAt ? 4 : 5;
  },
  atoms: [
    exactAtom(6),
    { id: "start", keyOf: ({ compact }) => compact.slice(0, 3), agreement: [1, 0.6, 0.6, 0.7, 0.2, 0.01] },
    { id: "sound", keyOf: ({ compact }) => soundex(compact), agreement: [1, 0.6, 0.2, 0.4, 0.15, 0.01] },
  ],
};
