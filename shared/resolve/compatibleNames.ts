// Two records with one identity number may still be two people where their names have nothing in common (a number used by somebody else).
import { makeChineseNameKind } from "./kinds/chineseName.ts";
import { makeValue } from "./kinds/kind.ts";
import { nameKind } from "./kinds/name.ts";
import { isHan, normaliseValue } from "./normalise.ts";
import type { ResolveRecord, SpellName } from "./personRecord.ts";

const isNameField = (field: string) => /(^|\.)(name|givenName|surname|alias)$/.test(field);

/** Same surname alone is not enough; a letter name must at least be near. */
const lastChineseLevel = "one-character";
const lastLetterLevel = "near";

export function makeNameCheck(spell: SpellName): (one: ResolveRecord, other: ResolveRecord) => boolean {
  const chinese = makeChineseNameKind(spell);
  const isAlike = (a: string, b: string): boolean => {
    if (a === b) return true;
    const [kind, last] = isHan(a) && isHan(b) ? [chinese, lastChineseLevel] : [nameKind, lastLetterLevel];
    return kind.compare(makeValue(a), makeValue(b)) <= kind.levels.indexOf(last);
  };
  return (one, other) => {
    const fields = Object.keys(one.values).filter((field) => isNameField(field) && other.values[field] !== undefined);
    const pairs = fields
      .map((field) => [normaliseValue(one.values[field]!), normaliseValue(other.values[field]!)] as const)
      .filter(([a, b]) => a !== "" && b !== "");
    return pairs.length === 0 || pairs.some(([a, b]) => isAlike(a, b));
  };
}
