// Children that wait for the next task of their name, with what they had prepared.
import type { ToEngine } from "./protocol.ts";
import type { ChildHandle } from "./spawn.ts";

/** One child with the listeners of the task it runs at the moment. */
export class Worker {
  private listener: ((message: ToEngine) => void) | null = null;
  private exitListener: ((code: number | null) => void) | null = null;
  isDead = false;
  readonly child: ChildHandle;

  constructor(child: ChildHandle) {
    this.child = child;
    child.onMessage((message) => this.listener?.(message as ToEngine));
    child.onExit((code) => {
      this.isDead = true;
      this.exitListener?.(code);
    });
  }

  listen(onMessage: (message: ToEngine) => void, onExit: (code: number | null) => void): void {
    this.listener = onMessage;
    this.exitListener = onExit;
  }
}

/** A child that nobody asks for goes after so long: its memory is worth more. */
const idleMilliseconds = 300_000;

export class IdleWorkers {
  private readonly workers = new Map<string, { readonly worker: Worker; readonly timer: NodeJS.Timeout }>();

  take(name: string | undefined): Worker | null {
    const found = name === undefined ? undefined : this.workers.get(name);
    if (name === undefined || !found) return null;
    this.workers.delete(name);
    clearTimeout(found.timer);
    return found.worker.isDead ? null : found.worker;
  }

  /** Keeps the child under its name, one a name; any other ends. */
  put(name: string | undefined, worker: Worker): void {
    if (name === undefined || worker.isDead || this.workers.has(name)) {
      worker.child.kill();
      return;
    }
    const timer = setTimeout(() => {
      this.workers.delete(name);
      worker.child.kill();
    }, idleMilliseconds);
    timer.unref();
    this.workers.set(name, { worker, timer });
  }

  close(): void {
    for (const { worker, timer } of this.workers.values()) {
      clearTimeout(timer);
      worker.child.kill();
    }
    this.workers.clear();
  }
}
