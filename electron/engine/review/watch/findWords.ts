// Words that are watched: new cases and other new entities in which all of them stand, and known ones of which they are said only now.
import { factText, type Hit } from "../../../../shared/review/watch/hit.ts";
import { readFirstEntityOf } from "../../store/sqlite/tables/entitySets.ts";
import { listBroughtBy } from "../../store/sqlite/tables/freshFacts.ts";
import { listTextsOf, listToldAgain } from "../../store/sqlite/tables/freshTies.ts";
import { listEntitiesWithWords, listOfWithWords } from "../../store/sqlite/tables/search.ts";
import type { Finder, Import, SubjectOf } from "./finder.ts";

type WordsHit = Omit<Hit, "watch">;

const hitOf = (ref: string, { sourceId, row, utcOffset }: Pick<Hit, "sourceId" | "row" | "utcOffset">): WordsHit => ({
  code: "words",
  fact: factText("words", ref),
  at: null,
  utcOffset,
  sourceId,
  row,
  detail: { entity: ref },
});

/** Known before, as a case that a payment names before its report comes; what others say of it does not hold all the words. */
function* saidNow({ db, sources }: Import, words: string, known: readonly number[]): Generator<WordsHit> {
  const wanted = words.toLowerCase().split(/\s+/);
  for (const { id, ref } of listOfWithWords(db, words, known)) {
    const texts = listTextsOf(db, id, sources).map((one) => ({ ...one, value: one.value.toLowerCase() }));
    const before = texts.filter(({ isFresh }) => isFresh === 0);
    const missing = wanted.filter((word) => !before.some(({ value }) => value.includes(word)));
    const now = texts.find(({ isFresh, value }) => isFresh === 1 && missing.some((word) => value.includes(word)));
    if (now) yield hitOf(ref, now);
  }
}

export const findWordsHits: Finder<SubjectOf<"words">> = function* (brought, watches) {
  const { db, sources } = brought;
  const first = readFirstEntityOf(db, sources) ?? Number.MAX_SAFE_INTEGER;
  const known = listToldAgain(db, sources, first);
  for (const { id, subject } of watches) {
    for (const one of listBroughtBy(db, listEntitiesWithWords(db, subject.words, first), sources))
      yield { watch: id, ...hitOf(one.ref, one) };
    for (const hit of saidNow(brought, subject.words, known)) yield { watch: id, ...hit };
  }
};
