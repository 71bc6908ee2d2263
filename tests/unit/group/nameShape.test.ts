// Shapes drawn by hand get their names; those too small to tell apart say what else they could be.
import { expect, it } from "vitest";
import { nameShape, type ShapeName } from "../../../shared/group/shape/nameShape.ts";

const day = 86_400_000;

/** "a>b c>d": transfers a day apart. */
const draw = (text: string) =>
  text.split(" ").map((pair, i) => {
    const [from = "", to = ""] = pair.split(">");
    return { from, to, at: i * day };
  });

const drawings: readonly (readonly [ShapeName, string])[] = [
  ["fan-out", "a>b a>c a>d"],
  ["fan-in", "b>a c>a d>a"],
  ["cycle", "a>b b>c c>d d>a"],
  ["random", "a>b b>c c>d d>e"],
  ["bipartite", "a>c a>d b>c b>d"],
  ["bipartite", "a>b c>d e>f"],
  ["scatter-gather", "a>m a>n a>o m>z n>z o>z"],
  ["gather-scatter", "a>h b>h c>h h>x h>y h>z"],
  ["stack", "a>m a>n b>m b>n m>x m>y n>x n>y"],
];

for (const [name, text] of drawings) it(`calls ${text} ${name}`, () => expect(nameShape(draw(text)).motif).toBe(name));

it("is unsure of a single transfer and lists what it could be", () => {
  const { confidence, couldBe, reason } = nameShape(draw("a>b"));
  expect(confidence).toBeLessThan(0.5);
  expect(couldBe).toEqual(["fan-out", "fan-in", "bipartite"]);
  expect(reason).toBe("single-edge");
});

it("does not mind in which order the rows stand", () => {
  for (const [, text] of drawings) expect(nameShape(draw(text).reverse())).toEqual(nameShape(draw(text)));
});
