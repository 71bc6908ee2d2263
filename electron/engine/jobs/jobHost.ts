// Runs a named task in a child process: progress, messages with back-pressure, cancel within half a second, and a plain error when the child dies.
// A task may keep its child: the next of the same name finds it warm, with what it had prepared.
import { deserialize } from "node:v8";
import { CaseweaveError, fromWire } from "../../../shared/errors.ts";
import type { JobProgress } from "../../../shared/rpc/channel.ts";
import { IdleWorkers, Worker } from "./idleWorkers.ts";
import type { ToEngine } from "./protocol.ts";
import type { SpawnChild } from "./spawn.ts";
import type { TaskName } from "./tasks.ts";

export interface TaskOptions {
  readonly signal: AbortSignal;
  readonly report?: (progress: JobProgress) => void;
  /** Deals with one emitted message; the next is acknowledged only after it. Throwing ends the child. */
  readonly onMessage?: (message: never) => Promise<void> | void;
  /** Name under which the child is kept for the next task. */
  readonly keep?: string;
}

export interface JobHost {
  run<Output>(task: TaskName, input: unknown, options: TaskOptions): Promise<Output>;
  close(): void;
}

export function createJobHost(spawn: SpawnChild): JobHost {
  const running = new Set<Worker>();
  const idle = new IdleWorkers();
  let isClosed = false;
  return {
    async run<Output>(task: TaskName, input: unknown, options: TaskOptions): Promise<Output> {
      if (options.signal.aborted) throw new CaseweaveError("cancelled");
      const worker = idle.take(options.keep) ?? new Worker(await spawn());
      if (isClosed || options.signal.aborted) {
        worker.child.kill();
        throw new CaseweaveError("cancelled");
      }
      running.add(worker);
      let isWell = false;
      try {
        const value = (await supervise(worker, task, input, options)) as Output;
        isWell = true;
        return value;
      } finally {
        running.delete(worker);
        if (isWell) idle.put(options.keep, worker);
        else worker.child.kill();
      }
    },
    close() {
      isClosed = true;
      for (const worker of running) worker.child.kill();
      idle.close();
    },
  };
}

function supervise(worker: Worker, task: TaskName, input: unknown, options: TaskOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let queue = Promise.resolve();
    let isOver = false;
    const fail = (error: unknown) => {
      isOver = true; // messages that wait already must not be dealt with after the caller has cleared up
      reject(error);
    };
    const deal = async (message: ToEngine) => {
      if (isOver) return;
      if (message.type === "emit") {
        await options.onMessage?.(deserialize(message.packed) as never);
        worker.child.post({ type: "acknowledge" });
      } else if (message.type === "done") resolve(message.value);
      else if (message.type === "error") fail(fromWire(message.error));
    };
    const onMessage = (message: ToEngine) => {
      if (message.type === "progress") options.report?.(message.progress);
      else queue = queue.then(() => deal(message)).catch(fail);
    };
    const onExit = (code: number | null) => {
      queue = queue.then(() => fail(new CaseweaveError("child-died", { task, code })));
    };
    options.signal.addEventListener("abort", () => fail(new CaseweaveError("cancelled")), { once: true });
    worker.listen(onMessage, onExit);
    worker.child.post({ type: "run", task, input });
  });
}
