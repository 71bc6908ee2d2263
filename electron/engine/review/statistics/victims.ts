// Age and sex of the first victim of a case: what the case sheet says, else what is known of the person.
import { identityNumber } from "../../../../shared/import/kinds/identityNumber.ts";
import { parseIsoTime } from "../../../../shared/model/time.ts";
import type { CaseMoment } from "../../../../shared/review/statistics/countedCase.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { iterateVictims } from "../../store/sqlite/tables/countedCases.ts";

export interface Victim {
  /** Milliseconds since 1970, UTC. */
  bornAt: number | null;
  sex: "male" | "female" | null;
}

const words: Readonly<Record<string, "male" | "female">> = {
  男: "male",
  男性: "male",
  m: "male",
  male: "male",
  女: "female",
  女性: "female",
  f: "female",
  female: "female",
};

export const sexOf = (text: string): "male" | "female" | null => words[text.trim().toLowerCase()] ?? null;

/** A resident identity number tells both. */
function fromNumber(victim: Victim, text: string): void {
  const cleaned = identityNumber.clean(text);
  if (!("value" in cleaned)) return;
  const { birthDate, sex } = identityNumber.facts?.(cleaned.value) ?? {};
  victim.bornAt ??= parseIsoTime(birthDate)?.at ?? null;
  victim.sex ??= sexOf(sex ?? "");
}

/** By case; the first victim that a case names. */
export function loadVictims(db: ReadableDb): Map<number, Victim> {
  const victims = new Map<number, Victim & { readonly key: string }>();
  for (const { caseId, key, name, value } of iterateVictims(db)) {
    const known = victims.get(caseId);
    const victim = known ?? { key, bornAt: null, sex: null };
    if (known === undefined) {
      victims.set(caseId, victim);
      fromNumber(victim, key);
    }
    if (victim.key !== key || name === null || value === null) continue;
    if (name === "person.sex") victim.sex ??= sexOf(value);
    else if (name === "person.birthDate") victim.bornAt ??= parseIsoTime(value)?.at ?? null;
    else fromNumber(victim, value);
  }
  return victims;
}

const oldest = 120;

/** Whole years; null where nothing tells it or what tells it is no age of anybody. */
export function ageAt(stated: string, victim: Victim | undefined, moment: CaseMoment | null): number | null {
  const match = /^(\d{1,3})(?:岁|周岁)?$/.exec(stated.trim());
  const told = match ? Number(match[1]) : victim?.bornAt != null && moment !== null ? yearsBetween(victim.bornAt, moment.at) : null;
  return told === null || told < 0 || told > oldest ? null : told;
}

function yearsBetween(from: number, to: number): number {
  const [born, then] = [new Date(from), new Date(to)];
  const isBefore =
    then.getUTCMonth() < born.getUTCMonth() || (then.getUTCMonth() === born.getUTCMonth() && then.getUTCDate() < born.getUTCDate());
  return then.getUTCFullYear() - born.getUTCFullYear() - (isBefore ? 1 : 0);
}
