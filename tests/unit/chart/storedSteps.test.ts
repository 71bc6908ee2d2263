// The history of a chart, kept as references and read again: what can be undone before a restart can be undone after it, to the same charts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { unsentTail } from "../../../renderer/state/chartWork.ts";
import { chartDocumentSchema } from "../../../shared/chart/document.ts";
import { emptyModel, fromDocument, toDocument } from "../../../shared/chart/graphModel.ts";
import { type ChartState, emptyHistory, perform, redo, type Step, undo } from "../../../shared/chart/history.ts";
import { storedStepSchema } from "../../../shared/chart/stepSchema.ts";
import { packStep, unpackHistory } from "../../../shared/chart/storedSteps.ts";
import { aLink, aNode, anyOperation, everyElement } from "./chartFixtures.ts";

const throughJson = <T>(schema: z.ZodType<T>, value: unknown): T => schema.parse(JSON.parse(JSON.stringify(value)));

/** As the engine keeps it and gives it back, with facts read anew. */
function restart({ model, history }: ChartState): ChartState {
  const linear = [...history.done, ...history.undone.toReversed()];
  const steps = throughJson(z.array(storedStepSchema), linear.map(packStep));
  const document = throughJson(chartDocumentSchema, toDocument(model));
  const elements = everyElement();
  return { model: fromDocument(document, elements), history: unpackHistory(document, steps, history.done.length, elements) };
}

const documentsBackward = (state: ChartState): unknown[] =>
  state.history.done.length === 0 ? [toDocument(state.model)] : [toDocument(state.model), ...documentsBackward(undo(state))];
const documentsForward = (state: ChartState): unknown[] =>
  state.history.undone.length === 0 ? [toDocument(state.model)] : [toDocument(state.model), ...documentsForward(redo(state))];

test("after a restart undo and redo lead through the same charts as before it, for any sequence of steps", () => {
  const steps = fc.array(fc.array(anyOperation, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(steps, fc.nat(15), (sequence, back) => {
      let state: ChartState = { model: emptyModel("series:S-12"), history: emptyHistory };
      for (const operations of sequence) state = perform(state, { code: "move", n: 1 }, operations);
      for (let i = 0; i < back; i++) state = undo(state);
      const again = restart(state);
      expect(documentsBackward(again)).toEqual(documentsBackward(state));
      expect(documentsForward(again)).toEqual(documentsForward(state));
    }),
    { numRuns: 200 },
  );
});

test("evidence that was taken off the chart comes back by undo after a restart, though no fact states it", () => {
  const evidence = aLink("case:A1", "case:A2", { id: "evidence|case:A1|case:A2", kind: "evidence", sum: 14.2, confirmed: false });
  const nodes = [aNode("case:A1"), aNode("case:A2")];
  const add = { type: "add", nodes, positions: new Float64Array(4), links: [evidence], pinned: [], disabled: [] } as const;
  let state: ChartState = { model: emptyModel(), history: emptyHistory };
  state = perform(state, { code: "add", n: 2 }, [add]);
  state = perform(state, { code: "remove", n: 1 }, [{ type: "remove", nodes: [], links: [evidence.id] }]);
  expect([...undo(restart(state)).model.links.values()]).toEqual([evidence]);
});

test("only steps that are new are sent; what was undone and done anew, and what fell out at the front, too", () => {
  const step = (n: number): Step => ({ name: { code: "move", n }, forward: [], backward: [] });
  const [a, b, c, d] = [step(1), step(2), step(3), step(4)];
  const before = { first: 10, steps: [a!, b!, c!] };
  expect(unsentTail(before, [a!, b!, c!])).toEqual({ first: 10, from: 13, fresh: [] });
  expect(unsentTail(before, [a!, b!, d!])).toEqual({ first: 10, from: 12, fresh: [d] });
  expect(unsentTail(before, [b!, c!, d!])).toEqual({ first: 11, from: 13, fresh: [d] });
  expect(unsentTail(before, [d!])).toEqual({ first: 0, from: 0, fresh: [d] });
  expect(unsentTail({ first: 0, steps: [] }, [])).toEqual({ first: 0, from: 0, fresh: [] });
});
