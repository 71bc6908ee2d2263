// A phone bill whose contacts grow like real ones: newcomers call those who are called much (preferential attachment, Barabási and Albert 1999).
import { writeFileSync } from "node:fs";
import { seededRandom } from "../../shared/random.ts";

const two = (value: number): string => String(value).padStart(2, "0");
const numberOf = (i: number): string => `138${String(10_000_000 + i * 7)}`;

/** Writes two calls a number, each to an earlier number; gives the numbers. */
export function writeCallFile(path: string, numbers: number, seed = 1): readonly string[] {
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const ends = [0];
  const rows = ["本机号码,对方号码,呼叫类型,起始时间,通话时长"];
  for (let i = 1; i < numbers; i++) {
    for (let call = 0; call < 2; call++) {
      const other = ends[pick(ends.length)]!;
      const time = `2026-${two(5 + pick(6))}-${two(1 + pick(28))} ${two(pick(24))}:${two(pick(60))}:${two(pick(60))}`;
      rows.push(`${numberOf(i)},${numberOf(other)},主叫,${time},${1 + pick(600)}`);
      ends.push(i, other);
    }
  }
  writeFileSync(path, `${rows.join("\n")}\n`);
  return Array.from({ length: numbers }, (_, i) => numberOf(i));
}
