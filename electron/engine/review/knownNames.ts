// The names of a workspace, read once a data version, slice by slice, so that nobody waits for them.
import { isOrganisationName } from "../../../shared/import/kinds/name.ts";
import { rowKindSpecs } from "../../../shared/import/targets/index.ts";
import type { Known } from "../../../shared/review/personalSpans.ts";
import type { EngineParts } from "../parts.ts";
import { type NameSlice, readAttributeSlice, readKindOfKey, readLabelSlice, readTellingSlice } from "../store/sqlite/tables/knownNames.ts";

const nameAttributes = [
  ...new Set(rowKindSpecs.flatMap(({ targets }) => targets.filter(({ kind }) => kind === "name").map(({ name }) => name))),
].sort();

const isName = (text: string): boolean =>
  text.length >= 2 && text.length <= 40 && !/[\d*]/.test(text) && !isOrganisationName(text) && !/^\p{Script=Han}{5,}$/u.test(text);

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

const mostRemembered = 100_000;

/** Kinds of keys, remembered: the same numbers stand in many rows. */
function rememberKinds(parts: EngineParts): (key: string) => string | null {
  const kinds = new Map<string, string | null>();
  return (key) => {
    const known = kinds.get(key);
    if (known !== undefined) return known;
    if (kinds.size >= mostRemembered) kinds.clear();
    const kind = readKindOfKey(parts.connection, key);
    kinds.set(key, kind);
    return kind;
  };
}

export async function readKnown(parts: EngineParts): Promise<Known> {
  const { connection } = parts;
  const names = new Set<string>();
  const readers: readonly ((after: number) => NameSlice)[] = [
    (after) => readLabelSlice(connection, after),
    (after) => readAttributeSlice(connection, nameAttributes, after),
    (after) => readTellingSlice(connection, after),
  ];
  for (const read of readers) {
    for (let after: number | null = 0; after !== null; ) {
      const slice = read(after);
      for (const name of slice.names) if (isName(name)) names.add(name);
      after = slice.next;
      if (after !== null) await nextTurn();
    }
  }
  return { isName: (text) => names.has(text), kindOf: rememberKinds(parts) };
}
