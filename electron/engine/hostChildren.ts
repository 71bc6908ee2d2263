// Job children in the desktop: the main process forks them, we talk to each over a port.
import type { FromHost } from "./hostMessages.ts";
import type { HostPort } from "./hostPort.ts";
import type { ChildHandle, SpawnChild } from "./jobs/spawn.ts";

export interface RemoteSpawn {
  readonly spawn: SpawnChild;
  /** The port of a child that was asked for. */
  adopt(id: number, port: HostPort): void;
  /** The child ended. */
  bury(id: number, code: number | null): void;
}

export function createRemoteSpawn(tell: (message: FromHost) => void): RemoteSpawn {
  const awaited = new Map<number, (child: ChildHandle) => void>();
  const exitListeners = new Map<number, ((code: number | null) => void)[]>();
  let nextId = 1;
  return {
    spawn: () =>
      new Promise((resolve) => {
        const id = nextId++;
        awaited.set(id, resolve);
        exitListeners.set(id, []);
        tell({ type: "fork", id });
      }),
    adopt(id, port) {
      awaited.get(id)?.(handleOf(id, port, exitListeners.get(id) ?? [], tell));
      awaited.delete(id);
    },
    bury(id, code) {
      for (const listener of exitListeners.get(id) ?? []) listener(code);
      exitListeners.delete(id);
    },
  };
}

function handleOf(
  id: number,
  port: HostPort,
  listeners: ((code: number | null) => void)[],
  tell: (message: FromHost) => void,
): ChildHandle {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on("message", (event) => listener(event.data)),
    onExit: (listener) => void listeners.push(listener),
    kill: () => tell({ type: "kill", id }),
  };
}
