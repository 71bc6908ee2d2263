// People made up by chance, each with several records and the errors that people make in typing.
import { seededRandom } from "../../../shared/random.ts";
import type { ResolveRecord } from "../../../shared/resolve/personRecord.ts";

const syllables = ["ba", "ko", "ri", "ten", "mu", "sal", "vo", "dra", "lin", "pe", "zu", "gor", "mi", "hask", "ul", "ner"];

export interface InventedRecord extends ResolveRecord {
  readonly person: number;
}

export function inventPeople(count: number, seed: number): InventedRecord[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const word = (parts: number) => Array.from({ length: parts }, () => syllables[below(syllables.length)]).join("");
  const slip = (text: string) => {
    const at = 1 + below(Math.max(1, text.length - 1));
    return random() < 0.5 ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}x${text.slice(at)}`;
  };
  const records: Omit<InventedRecord, "entity">[] = [];
  for (let person = 0; person < count; person++) {
    const truth: Record<string, string> = {
      "person.givenName": word(2),
      "person.surname": word(3),
      "person.address.city": word(2),
      "person.phone": `1${String(below(1e10)).padStart(10, "0")}`,
      "person.birthDate": `${1950 + below(60)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`,
    };
    for (let n = 1 + below(3); n > 0; n--) {
      const values = { ...truth };
      for (const name of Object.keys(values)) {
        if (random() < 0.08) values[name] = slip(values[name]!);
        else if (random() < 0.05) delete values[name];
      }
      records.push({ person, source: 0, values, identityNumber: null });
    }
  }
  return records
    .sort((a, b) => JSON.stringify(a.values).localeCompare(JSON.stringify(b.values)))
    .map((record, entity) => ({ ...record, entity }));
}

/** Pairs together in truth, in the answer, in both → F1. */
export function pairwiseF1(truth: readonly number[], answer: ArrayLike<number>): number {
  let [wanted, given, both] = [0, 0, 0];
  for (let i = 0; i < truth.length; i++) {
    for (let j = i + 1; j < truth.length; j++) {
      const [isTrue, isGiven] = [truth[i] === truth[j], answer[i] === answer[j]];
      if (isTrue) wanted++;
      if (isGiven) given++;
      if (isTrue && isGiven) both++;
    }
  }
  return (2 * both) / (wanted + given);
}
