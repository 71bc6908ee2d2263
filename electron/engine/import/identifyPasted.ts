// What the workspace knows about the identifiers of a pasted text: the entity that each names, and its cases.
import type { IdentifiedItem } from "../../../shared/import/calls.ts";
import { readIdentifier } from "../../../shared/import/identify.ts";
import { identifyText, type TextIdentifier } from "../../../shared/import/identifyText.ts";
import { findKind } from "../../../shared/import/kinds/index.ts";
import type { CleanOptions, Facts } from "../../../shared/import/kinds/kind.ts";
import type { Masker } from "../../../shared/review/masker.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { countCasesOfEntity, listCasesOfEntity } from "../store/sqlite/tables/caseIdentifiers.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";

const mostCases = 20;

interface Asked {
  readonly text: string;
  readonly strict: boolean;
  /** yyyymmdd. */
  readonly today: number;
}

export function knownOf(db: ReadableDb, kind: string | null, key: string | null, show: Masker): IdentifiedItem["known"] {
  const entity = kind === null || key === null ? undefined : readEntity(db, kind, key);
  if (entity === undefined) return null;
  return {
    entity: `${entity.kind}:${entity.key}`,
    label: show.label(entity.kind, entity.label),
    cases: listCasesOfEntity(db, entity.id, mostCases),
    caseCount: countCasesOfEntity(db, entity.id),
  };
}

/** Names and places in a text name no entity, and are masked all the same. */
const maskedAs: Readonly<Record<string, string>> = { "person-name": "person", address: "place" };

/** The birth date is part of the digits that a mask hides; parts of a name or a place tell it again. */
function shownFacts({ birthDate, ...facts }: Facts, isMasked: boolean, kind: string): Facts {
  if (isMasked && maskedAs[kind] !== undefined) return {};
  return isMasked || birthDate === undefined ? facts : { birthDate, ...facts };
}

/** Fifteen digits may be a card or a handset: the workspace that knows one of them decides. */
function asKnown(db: ReadableDb, item: TextIdentifier, options: CleanOptions): TextIdentifier {
  const isKnown = (kind: string | null, key: string | null) => kind !== null && key !== null && readEntity(db, kind, key) !== undefined;
  if (item.entityKind === null || isKnown(item.entityKind, item.normal)) return item;
  const other = readIdentifier(item.text, options).find((one) => isKnown(entityKindOf(one), one.normal));
  return other ? { ...item, ...other, entityKind: entityKindOf(other) } : item;
}

const entityKindOf = ({ kind }: Pick<TextIdentifier, "kind">): string | null => findKind(kind)?.entityKind ?? null;

/** The items of the text in order. */
export function identifyPasted(db: ReadableDb, { text, ...options }: Asked, show: Masker): readonly IdentifiedItem[] {
  return identifyText(text, options).map((found) => {
    const item = asKnown(db, found, options);
    const { kind, entityKind, valid, normal, facts, reason, doubt, confidence, rarityBits, start, end } = item;
    const shownAs = entityKind ?? maskedAs[kind] ?? null;
    const known = knownOf(db, entityKind, normal, show);
    const shown = (value: string) => (shownAs === null ? show.text(value) : show.label(shownAs, value));
    const numbers = { text: shown(item.text), normal: normal === null ? null : shown(normal) };
    const told = { valid, facts: shownFacts(facts, numbers.text !== item.text, kind), reason, doubt, confidence, rarityBits };
    return { ...numbers, start, end, kind, entityKind, ...told, known };
  });
}
