// Names of persons as a kind: Chinese ones with their surname, minority ones with an interpunct, letter names in any order of their words.
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { isOneEdit } from "./likeness.ts";
import { cleanName, isMaskedName, isOrganisationName, surnameOf } from "./name.ts";

const letters = /^[\p{Script=Latin}][\p{Script=Latin}\p{M}'’.,\- ]*$/u;
const chinese = /^[\p{Script=Han}·*]{2,20}$/u;

function cleanPersonName(text: string): Cleaned {
  const name = cleanName(text);
  if (name === "") return refuse("empty");
  if (isMaskedName(name)) return { value: name, doubt: "masked" };
  if (chinese.test(name)) return isOrganisationName(name) || (name.length > 4 && !name.includes("·")) ? refuse("form") : { value: name };
  if (!letters.test(name)) return refuse("characters");
  // "Wang, Li" is written family name first.
  return { value: name.replace(/^([^,]+),\s*(.+)$/, "$2 $1") };
}

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter(Boolean)
    .sort();

function compareNames(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [words(a), words(b)];
  if (one.length > 1 && one.join(" ") === other.join(" ")) return 0.95;
  if (isOneEdit(a, b)) return chinese.test(a) ? 0.6 : 0.8;
  const isInitial =
    one.length === other.length && one.length > 1 && one.every((word, i) => word.startsWith(other[i]!) || other[i]!.startsWith(word));
  return isInitial ? 0.7 : 0;
}

export const personName = defineKind({
  id: "person-name",
  entityKind: "person",
  clean: cleanPersonName,
  specificity: (text) => (surnameOf(cleanName(text)) === "" ? 0.1 : 0.4),
  facts: (text): Facts => {
    const name = cleanName(text);
    const surname = surnameOf(name);
    return surname === "" ? {} : { surname, givenName: name.slice(surname.length) };
  },
  compare: compareNames,
  rarityBits: (value) => (chinese.test(value) && value.length <= 2 ? 12 : 16),
});
