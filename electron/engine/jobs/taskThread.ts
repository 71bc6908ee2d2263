// The thread of a child in which its task runs; packed batches are handed over, not copied.
import { parentPort } from "node:worker_threads";
import { runTasks } from "./child.ts";

const port = parentPort!;

runTasks({
  post: (message) => port.postMessage(message, message.type === "emit" ? [message.packed.buffer] : []),
  onMessage: (listener) => void port.on("message", listener),
});
