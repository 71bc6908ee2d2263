// Works out a layout in a worker: pictures on the way, a time limit after which the last one counts, cancel at any time.
import type { Places } from "../../../shared/chart/layouts/layoutInput.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { LayoutAnswer, LayoutQuestion } from "./layoutWorker.ts";

export const layoutLimitMilliseconds = 15_000;

export interface LayoutWatch {
  readonly signal: AbortSignal;
  /** Ends the work; the last picture is taken as it is. */
  readonly enough: AbortSignal;
  readonly onPicture: (places: Places) => void;
}

export interface LaidOut {
  readonly places: Places;
  /** False: stopped before it had settled, by the limit or by the person. */
  readonly isSettled: boolean;
}

export function runLayout(question: LayoutQuestion, { signal, enough, onPicture }: LayoutWatch): Promise<LaidOut> {
  const worker = new Worker(new URL("./layoutWorker.ts", import.meta.url), { type: "module" });
  let last: Places | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<LaidOut>((resolve, reject) => {
    const stop = () => (last === null ? reject(new CaseweaveError("cancelled")) : resolve({ places: last, isSettled: false }));
    timer = setTimeout(stop, layoutLimitMilliseconds);
    signal.addEventListener("abort", () => reject(new CaseweaveError("cancelled")));
    enough.addEventListener("abort", stop);
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.isFinal) return resolve({ places: data.places, isSettled: true });
      last = data.places;
      onPicture(data.places);
    };
    worker.onerror = (event) => reject(new CaseweaveError("internal", { reason: event.message }));
    worker.postMessage(question);
  }).finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
