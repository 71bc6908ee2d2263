// Lines of packs: conditions, names, and what differs from the last run, held against a slow twin on random small inputs.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { compareLines } from "../../../shared/review/pack/compareLines.ts";
import type { LineShape } from "../../../shared/review/pack/line.ts";
import { chooseLines, type FoundLine, makeLine, nameOfLine } from "../../../shared/review/pack/packLines.ts";

interface Thing {
  readonly id: string;
  readonly members: readonly string[];
  readonly sum: string;
  readonly bits: number;
}

const shape: LineShape<unknown> = {
  linesOf: () => [],
  key: ["id"],
  fields: [
    { name: "id", form: "text" },
    { name: "members", form: "entities", isTold: true },
    { name: "sum", form: "money", isTold: true },
    { name: "bits", form: "bits" },
  ],
  factsOf: () => [],
  chartOf: () => null,
};

const thing = (id: string, members: readonly string[], sum = "1.00", bits = 1): Thing => ({ id, members, sum, bits });
const line = (one: Thing): FoundLine => makeLine(one, shape);

describe("conditions", () => {
  const things = [thing("x", ["a", "b", "c"], "120.50", 4), thing("y", ["a"], "9.00", 9)];
  const chosen = (
    field: string,
    is: "atLeast" | "atMost" | "equal" | "containing" | "notContaining",
    value: string | number | boolean | null,
  ) => chooseLines(things, [{ field, is, value }], null).map((one) => (one as Thing).id);

  it("compare numbers, sums of money as numbers, and lists by how many they hold", () => {
    expect([
      chosen("bits", "atLeast", 5),
      chosen("bits", "atMost", 5),
      chosen("sum", "atLeast", 100),
      chosen("members", "atLeast", 2),
    ]).toEqual([["y"], ["x"], ["x"], ["x"]]);
  });

  it("look into lists and texts", () => {
    expect([chosen("members", "containing", "c"), chosen("members", "notContaining", "c"), chosen("id", "equal", "y")]).toEqual([
      ["x"],
      ["y"],
      ["y"],
    ]);
  });

  it("ask nothing when their value is empty, and pass nothing that has no such field", () => {
    expect([chosen("bits", "atLeast", null), chosen("nothing", "atLeast", 0)]).toEqual([["x", "y"], []]);
  });

  it("cut after they were asked", () => {
    expect(chooseLines(things, [{ field: "bits", is: "atLeast", value: 1 }], 1)).toEqual([things[0]]);
  });
});

describe("the name of a line", () => {
  it("does not depend on the order of a list", () => {
    expect(nameOfLine(thing("x", ["b", "a"]), ["id", "members"])).toBe("x | a+b");
    expect(nameOfLine(thing("x", ["a", "b"]), ["id", "members"])).toBe("x | a+b");
  });
});

describe("differences", () => {
  it("are none without a run before", () => {
    expect(compareLines(shape, [line(thing("x", ["a"]))], null).map(({ change }) => change)).toEqual(["same"]);
  });

  it("come first, and a weight that moved is none", () => {
    const then = [thing("a", ["1"]), thing("b", ["1"]), thing("c", ["1"])].map(line);
    const now = [thing("a", ["1"], "1.00", 7), thing("b", ["1", "2"]), thing("d", ["1"])].map(line);
    expect(compareLines(shape, now, then).map(({ change, key }) => `${change} ${key}`)).toEqual(["new d", "changed b", "gone c", "same a"]);
  });

  it("follow a network that kept at least half of its members", () => {
    const growing = { ...shape, key: ["members"], grows: "members" };
    const made = (members: readonly string[]) => makeLine(thing("x", members), growing);
    const compared = compareLines(
      growing,
      [made(["a", "b", "c", "d"]), made(["p", "q", "r"])],
      [made(["a", "b", "c"]), made(["p", "y", "z"])],
    );
    expect(compared.map(({ change, key }) => `${change} ${key}`)).toEqual(["new p+q+r", "changed a+b+c+d", "gone p+y+z"]);
    expect(compared[1]!.earlier?.[1]?.refs).toEqual(["a", "b", "c"]);
  });

  it("are what a slow look from both sides finds", () => {
    const random = seededRandom(5);
    const some = () =>
      Array.from({ length: 8 }, (_, i) => `k${i}`)
        .filter(() => random() < 0.6)
        .map((id) => thing(id, random() < 0.5 ? ["m"] : ["m", "n"]));
    for (let round = 0; round < 200; round++) {
      const [then, now] = [some(), some()];
      const expected = [
        ...now.map((one) => {
          const before = then.find(({ id }) => id === one.id);
          return `${before === undefined ? "new" : before.members.length === one.members.length ? "same" : "changed"} ${one.id}`;
        }),
        ...then.filter(({ id }) => !now.some((one) => one.id === id)).map(({ id }) => `gone ${id}`),
      ].sort();
      expect(
        compareLines(shape, now.map(line), then.map(line))
          .map(({ change, key }) => `${change} ${key}`)
          .sort(),
      ).toEqual(expected);
    }
  });
});
