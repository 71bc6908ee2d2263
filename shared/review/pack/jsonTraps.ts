// What JSON lets pass and a reader of the file would not see: a name given twice in one place (the last wins), names that reach into objects, a depth that
// nobody writes by hand. Looked for in the text, because what is parsed no longer shows it.

export const mostDepth = 32;

const reaching: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export type JsonTrap =
  | { readonly reasonKey: "pack.reason.deep"; readonly most: number }
  | { readonly reasonKey: "pack.reason.keyTwice" | "pack.reason.keyReaching"; readonly name: string };

/** Of the closing quote. */
function endOfString(text: string, begin: number): number {
  let at = begin + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function trapOfKey(name: string, known: Set<string>): JsonTrap | null {
  if (reaching.has(name)) return { reasonKey: "pack.reason.keyReaching", name };
  if (known.has(name)) return { reasonKey: "pack.reason.keyTwice", name };
  known.add(name);
  return null;
}

/** The first one; null: none. `text` is well-formed JSON. */
export function findJsonTrap(text: string): JsonTrap | null {
  /** Of each bracket that is open the names so far; null of a list. */
  const open: (Set<string> | null)[] = [];
  let [begin, end] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      [begin, end] = [at, endOfString(text, at)];
      at = end;
    } else if (sign === "{" || sign === "[") {
      if (open.push(sign === "{" ? new Set() : null) > mostDepth) return { reasonKey: "pack.reason.deep", most: mostDepth };
    } else if (sign === "}" || sign === "]") open.pop();
    const known = sign === ":" ? open.at(-1) : null;
    const trap = known ? trapOfKey(JSON.parse(text.slice(begin, end + 1)) as string, known) : null;
    if (trap) return trap;
  }
  return null;
}
