// Judgements over found identities: against a slow twin, and what must hold whatever is judged.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { applyJudgements, type JudgedBlock } from "../../../shared/resolve/applyJudgements.ts";

type Pair = readonly [number, number];

function randomBlock(seed: number): JudgedBlock {
  const random = seededRandom(seed);
  const count = 3 + Math.floor(random() * 8);
  const some = (most: number): Pair[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, (): Pair => {
      const a = Math.floor(random() * (count - 1));
      return [a, a + 1 + Math.floor(random() * (count - a - 1))];
    });
  const heads: number[] = [];
  for (let i = 0; i < count; i++) heads.push(i > 0 && random() < 0.6 ? heads[Math.floor(random() * i)]! : i);
  const rejected = some(3);
  const confirmed = some(3).filter(([a, b]) => !rejected.some(([x, y]) => a === x && b === y));
  const pairs = some(12).map(([a, b]) => ({ a, b, bits: Math.floor(random() * 40 - 12) }));
  return { found: new Map(heads.map((head, i) => [i, head])), pairs, confirmed, rejected };
}

/** Every join in turn over a plain list of groups. */
function judgeSlowly({ found, pairs, confirmed, rejected }: JudgedBlock): Record<number, number> {
  const entities = [...found.keys()];
  const scored = pairs.filter(({ a, b }) => found.get(a) === found.get(b)).sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
  const rest = entities.flatMap((b) => entities.filter((a) => a < b && found.get(a) === found.get(b)).map((a): Pair => [a, b]));
  let groups = entities.map((entity) => [entity]);
  for (const [a, b] of [...confirmed, ...scored.map((pair): Pair => [pair.a, pair.b]), ...rest]) {
    const both = [...new Set([a, b].map((entity) => groups.find((group) => group.includes(entity))!))];
    const joined = both.flat();
    if (both.length < 2 || rejected.some(([x, y]) => joined.includes(x) && joined.includes(y))) continue;
    groups = [...groups.filter((group) => !both.includes(group)), joined];
  }
  return Object.fromEntries(groups.flatMap((group) => group.map((entity) => [entity, Math.min(...group)])));
}

const plain = (identities: Map<number, number>) => Object.fromEntries(identities);
const seeds = Array.from({ length: 400 }, (_, i) => i + 1);

describe("judgements over found identities", () => {
  it("give what doing every join in turn gives", () => {
    for (const seed of seeds) {
      const block = randomBlock(seed);
      expect(plain(applyJudgements(block)), `seed ${seed}`).toEqual(judgeSlowly(block));
    }
  });

  it("leave the found identities where nothing is judged, and come back to them when all is taken back", () => {
    for (const seed of seeds) {
      const block = randomBlock(seed);
      const bare = plain(applyJudgements({ ...block, confirmed: [], rejected: [] }));
      const partition = (of: Record<number, number>) =>
        Object.values(of).map((head, i, all) => all.map((other, j) => i !== j && head === other));
      expect(partition(bare), `seed ${seed}`).toEqual(partition(Object.fromEntries(block.found)));
    }
  });

  it("never bring rejected ones together, and always the first confirmed pair", () => {
    for (const seed of seeds) {
      const block = randomBlock(seed);
      const identity = applyJudgements(block);
      for (const [a, b] of block.rejected) expect(identity.get(a), `seed ${seed}`).not.toBe(identity.get(b));
      const [first] = block.confirmed;
      if (first) expect(identity.get(first[0]), `seed ${seed}`).toBe(identity.get(first[1]));
    }
  });

  it("split an identity so that a member goes with whom it belongs to most", () => {
    const found = new Map([1, 2, 3].map((entity) => [entity, 1]));
    const pairs = [
      { a: 1, b: 3, bits: 4 },
      { a: 2, b: 3, bits: 9 },
      { a: 1, b: 2, bits: 6 },
    ];
    expect(plain(applyJudgements({ found, pairs, confirmed: [], rejected: [[1, 2]] }))).toEqual({ 1: 1, 2: 2, 3: 2 });
  });
});
