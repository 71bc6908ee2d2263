// The inside of a fake utility process: gives the program its `process.parentPort`, then runs it.

import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { openEnvelope } from "./fakePorts.ts";

type Listener = (event: ReturnType<typeof openEnvelope>) => void;

Object.assign(process, {
  parentPort: {
    on: (_event: "message", listener: Listener) => void parentPort?.on("message", (raw: unknown) => listener(openEnvelope(raw))),
    postMessage: (message: unknown) => parentPort?.postMessage({ message, ports: [] }),
  },
});
await import(pathToFileURL((workerData as { path: string }).path).href);
