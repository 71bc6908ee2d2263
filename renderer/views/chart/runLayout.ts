// Works out a layout: at once where it is quick, in a worker where it is not.

import { keepPinned, type LayoutInput, type Places } from "../../../shared/chart/layouts/layoutInput.ts";
import { type LayoutId, layouts } from "../../../shared/chart/layouts.ts";
import { CaseweaveError } from "../../../shared/errors.ts";

export async function runLayout(id: LayoutId, input: LayoutInput, signal?: AbortSignal): Promise<Places> {
  const place = layouts[id].place ?? ((given: LayoutInput) => placeInWorker(given, signal));
  return keepPinned(input, await place(input));
}

function placeInWorker(input: LayoutInput, signal?: AbortSignal): Promise<Places> {
  const worker = new Worker(new URL("./layoutWorker.ts", import.meta.url), { type: "module" });
  return new Promise<Places>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new CaseweaveError("cancelled")));
    worker.onmessage = ({ data }: MessageEvent<Places>) => resolve(data);
    worker.onerror = (event) => reject(new CaseweaveError("internal", { reason: event.message }));
    worker.postMessage(input);
  }).finally(() => worker.terminate());
}
