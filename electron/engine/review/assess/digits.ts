// Numbers of a clue that only the workspace can vouch for: runs of digits that are a key of it, and the candidates for numbers of which the ends are written.
import type { IdentifiedItem } from "../../../../shared/import/calls.ts";
import { entityRef } from "../../../../shared/model/entity.ts";
import type { ClueCandidates } from "../../../../shared/review/assess/candidates.ts";
import { type DigitRun, findDigitRuns, findPartialNumbers } from "../../../../shared/review/assess/writtenDigits.ts";
import type { Masker } from "../../../../shared/review/masker.ts";
import { knownOf } from "../../import/identifyPasted.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { countCasesOfEntity } from "../../store/sqlite/tables/caseIdentifiers.ts";
import { type EntityRecord, listEntitiesByKey } from "../../store/sqlite/tables/entity.ts";
import { findByEnds } from "../../store/sqlite/tables/search.ts";

const kinds = new Set(["account", "phone", "device", "netid", "person", "organisation"]);

export interface KnownRun extends DigitRun {
  readonly entities: readonly EntityRecord[];
}

/** Runs of digits that are keys of the workspace. */
export const knownRuns = (db: ReadableDb, text: string): readonly KnownRun[] =>
  findDigitRuns(text).flatMap((run) => {
    const entities = listEntitiesByKey(db, run.digits).filter(({ kind }) => kinds.has(kind));
    return entities.length === 0 ? [] : [{ ...run, entities }];
  });

const itemKinds: Readonly<Record<string, string>> = { phone: "landline", device: "imei", person: "identity-number", netid: "qq" };
const none = { facts: {}, reason: null, doubt: null, valid: true, confidence: 1, rarityBits: 1 } as const;

/** Words before an account; without them unknown digits are any number. */
const paidTo = /(?:转|汇|打|存|付|收款|账|帐|卡|户)[^\d,，。;；]{0,8}$/u;
const [leastAccount, mostAccount] = [15, 25];
const isAccount = (text: string, { start, digits }: DigitRun): boolean =>
  digits.length >= leastAccount && digits.length <= mostAccount && paidTo.test(text.slice(Math.max(0, start - 12), start));

/** As items where no kind reads them: what the workspace knows, and accounts that it does not know by the words before. */
export function runItems(
  db: ReadableDb,
  text: string,
  show: Masker,
): { readonly known: IdentifiedItem[]; readonly unknown: IdentifiedItem[] } {
  const known = knownRuns(db, text);
  const itemOf = ({ start, end, digits }: DigitRun, kind: string): IdentifiedItem => {
    const [shown, normal] = [show.label(kind, text.slice(start, end)), show.label(kind, digits)];
    const told = { ...none, kind: itemKinds[kind] ?? "account", entityKind: kind, known: knownOf(db, kind, digits, show) };
    return { ...told, text: shown, start, end, normal };
  };
  return {
    known: known.map((run) => itemOf(run, run.entities[0]!.kind)),
    unknown: findDigitRuns(text).flatMap((run) => (isAccount(text, run) ? [itemOf(run, "account")] : [])),
  };
}

const mostCandidates = 10;

/** Of a written length first, then those of most cases. */
export const candidatesOf = (db: ReadableDb, text: string): readonly ClueCandidates[] =>
  findPartialNumbers(text).map(({ start, end, head, tail, length, kinds: asked }) => {
    const found = findByEnds(db, { head, tail, kinds: asked }).map((one) => ({ ...one, caseCount: countCasesOfEntity(db, one.id) }));
    const isOfLength = ({ key }: EntityRecord) => Number(key.length === length);
    found.sort((a, b) => isOfLength(b) - isOfLength(a) || b.caseCount - a.caseCount || (a.key < b.key ? -1 : 1));
    const items = found
      .slice(0, mostCandidates)
      .map(({ kind, key, label, caseCount }) => ({ entity: entityRef(kind, key), kind, label, caseCount }));
    return { start, end, written: text.slice(start, end), items, count: found.length };
  });
