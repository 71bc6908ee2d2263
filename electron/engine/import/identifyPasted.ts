// What the workspace knows about the identifiers of a pasted text: the entity that each names, and its cases.
import type { IdentifiedItem } from "../../../shared/import/calls.ts";
import { identifyText } from "../../../shared/import/identifyText.ts";
import type { Facts } from "../../../shared/import/kinds/kind.ts";
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

function knownOf(db: ReadableDb, kind: string | null, key: string | null, show: Masker): IdentifiedItem["known"] {
  const entity = kind === null || key === null ? undefined : readEntity(db, kind, key);
  if (entity === undefined) return null;
  return {
    entity: `${entity.kind}:${entity.key}`,
    label: show.label(entity.kind, entity.label),
    cases: listCasesOfEntity(db, entity.id, mostCases),
    caseCount: countCasesOfEntity(db, entity.id),
  };
}

/** The birth date is part of the digits that a mask hides. */
function shownFacts({ birthDate, ...facts }: Facts, isMasked: boolean): Facts {
  return isMasked || birthDate === undefined ? facts : { birthDate, ...facts };
}

/** The items of the text in order. */
export function identifyPasted(db: ReadableDb, { text, ...options }: Asked, show: Masker): readonly IdentifiedItem[] {
  return identifyText(text, options).map((item) => {
    const { kind, entityKind, valid, normal, facts, reason, doubt, start, end } = item;
    const known = knownOf(db, entityKind, normal, show);
    const shown = (value: string) => (entityKind === null ? show.text(value) : show.label(entityKind, value));
    const numbers = { text: shown(item.text), normal: normal === null ? null : shown(normal) };
    return { ...numbers, start, end, kind, entityKind, valid, facts: shownFacts(facts, numbers.text !== item.text), reason, doubt, known };
  });
}
