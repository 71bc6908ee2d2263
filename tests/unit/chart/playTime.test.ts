// Frames of a play cover every day once, in order, and light what happens in theirs.
import fc from "fast-check";
import { expect, test } from "vitest";
import { freshIn, playFrames } from "../../../shared/chart/playTime.ts";
import { aLink, aModel, aNode } from "./chartFixtures.ts";

const day = 86_400_000;
const at = (date: string) => Date.parse(`${date}T12:00:00+08:00`);

test("frames grow from the first day to the last, leave no day out and take none twice", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 80 }), (days, most) => {
      const frames = playFrames({ from: at("2026-05-01"), until: at("2026-05-01") + days * day }, most);
      expect(frames.length).toBeLessThanOrEqual(most);
      expect(frames[0]!.fresh).toBe("2026-05-01");
      expect(at(frames.at(-1)!.until)).toBe(at("2026-05-01") + days * day);
      for (const [i, frame] of frames.slice(1).entries()) expect(at(frame.fresh)).toBe(at(frames[i]!.until) + day);
    }),
  );
});

test("lights the ends of links and the cases of its days only", () => {
  const nodes = [aNode("case:A", { firstAt: at("2026-05-02") }), aNode("phone:1"), aNode("phone:2"), aNode("phone:3")];
  const links = [
    aLink("phone:1", "phone:2", { firstAt: at("2026-05-02"), lastAt: at("2026-05-09") }),
    aLink("phone:2", "phone:3", { firstAt: at("2026-05-09"), lastAt: at("2026-05-09") }),
  ];
  const model = aModel(nodes, links);
  const [first, second] = playFrames({ from: at("2026-05-01"), until: at("2026-05-10") }, 2);
  expect([...freshIn(model, first!)].sort()).toEqual(["case:A", "phone:1", "phone:2"]);
  expect([...freshIn(model, second!)].sort()).toEqual(["phone:1", "phone:2", "phone:3"]);
});
