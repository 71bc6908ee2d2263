// How a long algorithm is stopped and tells how far it is.

export interface GraphProgress {
  readonly signal?: Pick<AbortSignal, "throwIfAborted">;
  report?(done: number, total: number): void;
}

const stepsBetween = 256;

/** Call once a step: every so often looks whether to stop, and reports. */
export function checkpoint({ signal, report }: GraphProgress, done: number, total: number): void {
  if (done % stepsBetween !== 0) return;
  signal?.throwIfAborted();
  report?.(done, total);
}
