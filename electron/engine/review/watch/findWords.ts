// Words that are watched: new cases and other new entities in which all of them stand.
import { factText } from "../../../../shared/review/watch/hit.ts";
import { readFirstEntityOf } from "../../store/sqlite/tables/entitySets.ts";
import { listBroughtBy } from "../../store/sqlite/tables/freshFacts.ts";
import { listEntitiesWithWords } from "../../store/sqlite/tables/search.ts";
import type { Finder, SubjectOf } from "./finder.ts";

export const findWordsHits: Finder<SubjectOf<"words">> = function* ({ db, sources }, watches) {
  const first = readFirstEntityOf(db, sources);
  if (first === null) return;
  for (const { id, subject } of watches)
    for (const { ref, sourceId, row, utcOffset } of listBroughtBy(db, listEntitiesWithWords(db, subject.words, first), sources))
      yield { watch: id, code: "words", fact: factText("words", ref), at: null, utcOffset, sourceId, row, detail: { entity: ref } };
};
