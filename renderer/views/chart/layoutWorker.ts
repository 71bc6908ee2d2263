// Runs one layout off the thread that draws: pictures on the way, then the places. Cancel is ending the worker.
import type { LayoutInput, Places } from "../../../shared/chart/layouts/layoutInput.ts";
import { atOldMiddle, settle } from "../../../shared/chart/layouts/settle.ts";
import { type LayoutId, layouts } from "../../../shared/chart/layouts.ts";
import { seededRandom } from "../../../shared/random.ts";
import { forceSteps } from "./forceLayout.ts";

export interface LayoutQuestion {
  readonly id: LayoutId;
  readonly input: LayoutInput;
  /** Where others stand that are not laid out, x, y of each; null: the whole chart is. */
  readonly others: Float64Array | null;
}

export interface LayoutAnswer {
  readonly isFinal: boolean;
  readonly places: Places;
}

// The overlap package shakes nodes that coincide; a seeded source keeps the picture the same each time.
Math.random = seededRandom(1);

const pointsOf = (packed: Float64Array) =>
  Array.from({ length: packed.length / 2 }, (_, i) => ({ x: packed[2 * i]!, y: packed[2 * i + 1]! }));

/** Where the part stood, without overlap. */
function finish({ input, others }: LayoutQuestion, places: Places): Places {
  return others === null ? settle(input, places) : settle(input, atOldMiddle(input, places), pointsOf(others));
}

function run(question: LayoutQuestion): Places {
  const { id, input } = question;
  if (id !== "force") return layouts[id](input);
  const steps = forceSteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    self.postMessage({ isFinal: false, places: finish(question, value) } satisfies LayoutAnswer);
  }
}

self.onmessage = ({ data }: MessageEvent<LayoutQuestion>) => {
  const places = finish(data, run(data));
  self.postMessage({ isFinal: true, places } satisfies LayoutAnswer, { transfer: [places.buffer] });
};
