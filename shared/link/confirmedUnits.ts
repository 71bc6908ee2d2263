// Cases that people confirmed as one series count once where holders are counted. Series that a run found do not: a run that counted by the run before
// would say something else each time it is asked (decision 093).
import { UnionFind } from "../graph/unionFind.ts";
import type { LinkInput } from "./caseData.ts";

/** Case number → what its unit is called; undefined for a case that nobody confirmed with another. */
export function confirmedUnits({ verdicts }: Pick<LinkInput, "verdicts">): (number: string) => string | undefined {
  const confirmed = verdicts.filter(({ verdict }) => verdict === "confirm");
  const numbers = [...new Set(confirmed.flatMap(({ a, b }) => [a, b]))].sort();
  const place = new Map(numbers.map((number, i) => [number, i]));
  const joined = new UnionFind();
  for (const { a, b } of confirmed) joined.join(place.get(a)!, place.get(b)!);
  return (number) => {
    const own = place.get(number);
    return own === undefined ? undefined : numbers[joined.find(own)];
  };
}
