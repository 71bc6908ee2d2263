// Shared strings in one block: every text comes back as it was, whatever it holds and however many there are.
import { expect, it } from "vitest";
import { TextPool } from "../../../../electron/engine/import/readers/textPool.ts";
import { seededRandom } from "../../../../shared/random.ts";

it("gives every text back by its number, in any order, also when others share its place at hand", () => {
  const random = seededRandom(11);
  const alphabet = ["a", "7", "é", "何", "𠮷", " ", "&", ""];
  const texts = Array.from({ length: 20_000 }, () =>
    Array.from({ length: Math.floor(random() * 30) }, () => alphabet[Math.floor(random() * alphabet.length)]!).join(""),
  );
  const pool = new TextPool();
  for (const text of texts) pool.add(text);
  for (let i = 0; i < 60_000; i++) {
    const number = Math.floor(random() * texts.length);
    expect(pool.get(number)).toBe(texts[number]);
  }
});

it("gives nothing for a number that no text has", () => {
  const pool = new TextPool();
  pool.add("何某");
  expect([pool.get(0), pool.get(1), pool.get(-1), pool.get(Number.NaN), pool.get(0.5)]).toEqual(["何某", "", "", "", ""]);
});
