// The best assignment against all permutations.
import { expect, it } from "vitest";
import { assignBest } from "../../../shared/graph/assignment.ts";
import { seededRandom } from "../../../shared/random.ts";

function bestTotal(scores: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number {
  if (row === scores.length) return 0;
  const choices = scores[row]!.map((score, column) =>
    taken.includes(column) ? null : score + bestTotal(scores, row + 1, [...taken, column]),
  );
  const skipped = scores.length > scores[0]!.length ? [bestTotal(scores, row + 1, taken)] : [];
  return Math.max(...choices.filter((total) => total !== null), ...skipped);
}

it("reaches the greatest total of all assignments, of any shape", () => {
  for (let seed = 1; seed <= 80; seed++) {
    const random = seededRandom(seed);
    const [rows, columns] = [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 5)];
    const scores = Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.floor(random() * 20)));
    const columnOf = assignBest(scores);
    const used = columnOf.filter((column) => column >= 0);
    expect(new Set(used).size).toBe(used.length);
    expect(used.length).toBe(Math.min(rows, columns));
    const total = columnOf.reduce((sum, column, row) => sum + (column < 0 ? 0 : scores[row]![column]!), 0);
    expect(total, JSON.stringify(scores)).toBe(bestTotal(scores));
  }
});
