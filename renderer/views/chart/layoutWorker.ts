// Runs the force layout off the thread that draws. One question, one answer; cancel is ending the worker.
import type { LayoutInput } from "../../../shared/chart/layouts/layoutInput.ts";
import { seededRandom } from "../../../shared/random.ts";
import { placeForce } from "./forceLayout.ts";

// The overlap package shakes nodes that coincide; a seeded source keeps the picture the same each time.
Math.random = seededRandom(1);

self.onmessage = ({ data }: MessageEvent<LayoutInput>) => {
  const places = placeForce(data);
  self.postMessage(places, { transfer: [places.buffer] });
};
