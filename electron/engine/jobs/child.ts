// The child's side of a job: one task at a time, messages with back-pressure, errors in wire form.
import { serialize } from "node:v8";
import { CaseweaveError, toWire } from "../../../shared/errors.ts";
import type { JobProgress } from "../../../shared/rpc/channel.ts";
import { translateStoreError } from "../store/sqlite/storeErrors.ts";
import type { ToChild, ToEngine } from "./protocol.ts";
import { maxUnacknowledged } from "./protocol.ts";
import type { Task } from "./task.ts";
import { tasks } from "./tasks.ts";

export interface ParentPort {
  post(message: ToEngine): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Counts messages that the engine has not dealt with yet; `ready` waits until there is room. */
class Outbox {
  private underWay = 0;
  private waiting: (() => void)[] = [];

  async send(post: () => void): Promise<void> {
    post();
    this.underWay += 1;
    if (this.underWay >= maxUnacknowledged) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  acknowledge(): void {
    this.underWay -= 1;
    this.waiting.shift()?.();
  }
}

/** Bytes in a buffer of their own, so that they can be handed over. */
const pack = (message: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(serialize(message));

export function runTasks(port: ParentPort): void {
  const cancel = new AbortController();
  const outbox = new Outbox();
  const context = {
    signal: cancel.signal,
    emit: (message: unknown) => outbox.send(() => port.post({ type: "emit", packed: pack(message) })),
    report: (progress: JobProgress) => port.post({ type: "progress", progress }),
  };
  port.onMessage((raw) => {
    const message = raw as ToChild;
    if (message.type === "acknowledge") outbox.acknowledge();
    else if (message.type === "cancel") cancel.abort();
    else void runTask(message.task, message.input, context, port);
  });
}

/** The workspace that a task reads, for errors of the file itself. */
const pathOf = (input: unknown): string => String((input as { readonly path?: unknown } | null)?.path ?? "");

async function runTask(
  name: string,
  input: unknown,
  context: Parameters<Task<unknown, unknown, unknown>>[1],
  port: ParentPort,
): Promise<void> {
  try {
    const load = tasks[name as keyof typeof tasks];
    if (!load) throw new CaseweaveError("unknown-call", { name });
    const task = (await load()) as Task<unknown, unknown, unknown>;
    port.post({ type: "done", value: await task(input, context) });
  } catch (error) {
    port.post({ type: "error", error: toWire(translateStoreError(error, pathOf(input), false)) });
  }
}
