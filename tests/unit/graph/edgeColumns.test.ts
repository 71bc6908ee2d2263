// Columns that grow give back what was put in, however many edges there are.
import { expect, it } from "vitest";
import { buildCsr } from "../../../shared/graph/csr.ts";
import { EdgeColumns } from "../../../shared/graph/edgeColumns.ts";
import { seededRandom } from "../../../shared/random.ts";

it("builds the graph that plain lists build", () => {
  for (const count of [0, 1, 1_024, 5_000]) {
    const random = seededRandom(count + 1);
    const pick = (most: number) => Math.floor(random() * most);
    const lists = { from: [] as number[], to: [] as number[], weight: [] as number[], directed: [] as number[] };
    const columns = new EdgeColumns();
    for (let i = 0; i < count; i++) {
      const [from, to, weight, directed] = [pick(300), pick(300), random() * 100, pick(2)];
      lists.from.push(from);
      lists.to.push(to);
      lists.weight.push(weight);
      lists.directed.push(directed);
      columns.add(from, to, weight, directed);
    }
    expect(columns.count).toBe(count);
    for (const isDirected of [true, false]) expect(buildCsr(300, columns.list(), isDirected)).toEqual(buildCsr(300, lists, isDirected));
  }
});
