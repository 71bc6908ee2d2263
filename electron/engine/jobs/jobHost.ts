// Runs a named task in a child process of its own: progress, messages with back-pressure, cancel within half a second, and a plain error when it dies.
import { CaseweaveError, fromWire } from "../../../shared/errors.ts";
import type { JobProgress } from "../../../shared/rpc/channel.ts";
import type { ToEngine } from "./protocol.ts";
import type { ChildHandle, SpawnChild } from "./spawn.ts";
import type { TaskName } from "./tasks.ts";

export interface TaskOptions {
  readonly signal: AbortSignal;
  readonly report?: (progress: JobProgress) => void;
  /** Deals with one emitted message; the next is acknowledged only after it. Throwing ends the child. */
  readonly onMessage?: (message: never) => Promise<void> | void;
}

export interface JobHost {
  run<Output>(task: TaskName, input: unknown, options: TaskOptions): Promise<Output>;
  close(): void;
}

export function createJobHost(spawn: SpawnChild): JobHost {
  const running = new Set<ChildHandle>();
  return {
    async run<Output>(task: TaskName, input: unknown, options: TaskOptions): Promise<Output> {
      if (options.signal.aborted) throw new CaseweaveError("cancelled");
      const child = await spawn();
      running.add(child);
      try {
        return (await superviseChild(child, task, input, options)) as Output;
      } finally {
        running.delete(child);
        child.kill();
      }
    },
    close() {
      for (const child of running) child.kill();
    },
  };
}

function superviseChild(child: ChildHandle, task: TaskName, input: unknown, options: TaskOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let queue = Promise.resolve();
    const deal = async (message: ToEngine) => {
      if (message.type === "emit") {
        await options.onMessage?.(message.message as never);
        child.post({ type: "acknowledge" });
      } else if (message.type === "done") resolve(message.value);
      else if (message.type === "error") reject(fromWire(message.error));
    };
    options.signal.addEventListener("abort", () => reject(new CaseweaveError("cancelled")), { once: true });
    child.onExit((code) => {
      queue = queue.then(() => reject(new CaseweaveError("child-died", { task, code })));
    });
    child.onMessage((raw) => {
      const message = raw as ToEngine;
      if (message.type === "progress") options.report?.(message.progress);
      else queue = queue.then(() => deal(message)).catch(reject);
    });
    child.post({ type: "run", task, input });
  });
}
