// Who stands high by several measures leads; who does by one only does not.
import { expect, it } from "vitest";
import { buildCsr } from "../../../shared/graph/csr.ts";
import { rateStanding } from "../../../shared/group/suspicion/standing.ts";

it("puts the middle of two circles first and people at the edge last", () => {
  const circle = (first: number) =>
    [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].filter((j) => j > i).map((j) => [first + i, first + j] as const));
  const links = [...circle(1), ...circle(5), [0, 1], [0, 2], [0, 5], [0, 6], [9, 8]] as const;
  const graph = buildCsr(11, { from: links.map(([from]) => from), to: links.map(([, to]) => to) }, false);
  const { score } = rateStanding(graph, {});
  const order = [...score.keys()].sort((a, b) => score[b]! - score[a]!);
  expect(order[0]).toBe(0);
  expect(order.slice(-2).sort()).toEqual([10, 9]);
});
