// Which cases are solved: a third of the series in part, and a few single cases. Their suspects are named in a sheet of their own.
import type { CaseDraft } from "./model.ts";
import { createPerson } from "./people.ts";
import type { World } from "./world.ts";

/** Names suspects only from persons of that one series, so that a solved pair is always a pair of the series. */
export function solveCases(world: World, cases: readonly CaseDraft[]): void {
  const { chance, numbers, geography } = world;
  const isPartlySolved = new Map<string, boolean>();
  for (const draft of cases) {
    if (draft.isLastNight) continue;
    const { series } = draft;
    if (series === null) {
      if (chance.happens(0.09)) draft.suspects = [createPerson(chance, numbers, geography)];
      continue;
    }
    if (!isPartlySolved.has(series.id)) isPartlySolved.set(series.id, chance.happens(0.48));
    if (!isPartlySolved.get(series.id) || !chance.happens(0.55)) continue;
    draft.suspects = chance.happens(0.6) ? series.persons.slice(0, 2) : series.persons.slice(0, 1);
  }
}
