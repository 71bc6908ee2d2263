// Chinese names, two to four characters: same sound (also written in letters), one character differs, same surname.
import { isHan } from "../normalise.ts";
import type { SpellName } from "../personRecord.ts";
import { exactAtom, type FieldKind } from "./kind.ts";

function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

/** A character left out or added, the surname kept. */
const isShortened = (long: string, short: string) =>
  long.length === short.length + 1 && long[0] === short[0] && (long.endsWith(short.slice(1)) || long.startsWith(short));

export function makeChineseNameKind(spell: SpellName): FieldKind {
  const spellings = new Map<string, string>();
  const spelling = (name: string): string => {
    const known = spellings.get(name) ?? (isHan(name) ? spell(name).replaceAll(" ", "") : name);
    spellings.set(name, known);
    return known;
  };
  const isExchanged = (han: string, letters: string): boolean => !isHan(letters) && letters === spelling(han.slice(1)) + spelling(han[0]!);
  return {
    id: "chinese-name",
    levels: ["exact", "same-sound", "one-character", "same-surname", "else"],
    startM: [0.82, 0.07, 0.06, 0.02, 0.03],
    compare({ compact: a }, { compact: b }) {
      // 张伟 and "zhang wei", or with the surname last.
      if (isHan(a) ? spelling(a) === spelling(b) || isExchanged(a, b) : isHan(b) && (a === spelling(b) || isExchanged(b, a))) return 1;
      if (a.length === b.length && a.length > 1 && differences(a, b) === 1) return 2;
      if (isShortened(a, b) || isShortened(b, a)) return 2;
      return a[0] === b[0] ? 3 : 4;
    },
    atoms: [
      exactAtom(5),
      { id: "sound", keyOf: ({ compact }) => spelling(compact), agreement: [1, 1, 0.05, 0, 0] },
      { id: "surname", keyOf: ({ compact }) => compact.slice(0, 1), agreement: [1, 0.8, 0.6, 1, 0], onlyWithOthers: true },
      { id: "given", keyOf: ({ compact }) => compact.slice(1), agreement: [1, 0.1, 0.4, 0, 0.01] },
    ],
  };
}
