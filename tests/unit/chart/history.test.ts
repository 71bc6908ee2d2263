import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyModel, toDocument } from "../../../shared/chart/graphModel.ts";
import { type ChartState, emptyHistory, maximumSteps, perform, redo, undo } from "../../../shared/chart/history.ts";
import { anyOperation } from "./chartFixtures.ts";

const start: ChartState = { model: emptyModel("series:S-12"), history: emptyHistory };
const steps = fc.array(fc.array(anyOperation, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 });

describe("history of a chart", () => {
  test("undoing every step of any sequence restores each document on the way, and redoing walks forward again", () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const states = [start];
        for (const operations of sequence) states.push(perform(states.at(-1)!, { code: "move", n: 1 }, operations));
        const documents = states.map((state) => toDocument(state.model));
        let state = states.at(-1)!;
        for (let i = documents.length - 2; i >= 0; i--) {
          state = undo(state);
          expect(toDocument(state.model)).toEqual(documents[i]);
        }
        for (const document of documents.slice(1)) {
          state = redo(state);
          expect(toDocument(state.model)).toEqual(document);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a new step forgets what was undone, and only the last thousand are kept", () => {
    let state = start;
    for (let i = 0; i < maximumSteps + 20; i++)
      state = perform(state, { code: "filter", n: i }, [{ type: "filter", filter: { hiddenKinds: [String(i)], from: null, until: null } }]);
    expect(state.history.done).toHaveLength(maximumSteps);
    state = perform(undo(state), { code: "filter", n: 0 }, []);
    expect(state.history.undone).toEqual([]);
  });
});
