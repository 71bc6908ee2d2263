// The inside of a fake utility process: gives the program its `process.parentPort`, then runs it.

import { pathToFileURL } from "node:url";
import { parentPort, threadId, workerData } from "node:worker_threads";
import { openEnvelope } from "./fakePorts.ts";

type Listener = (event: ReturnType<typeof openEnvelope>) => void;

// A number of its own, as a process has: the lock on a workspace names its holder by it.
Object.defineProperty(process, "pid", { value: 4_000_000 + threadId });
Object.assign(process, {
  parentPort: {
    on: (_event: "message", listener: Listener) => void parentPort?.on("message", (raw: unknown) => listener(openEnvelope(raw))),
    postMessage: (message: unknown) => parentPort?.postMessage({ message, ports: [] }),
  },
});
await import(pathToFileURL((workerData as { path: string }).path).href);
