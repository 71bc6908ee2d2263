// Entry of the engine's utility process.
import { runHost } from "./host.ts";
import { electronParentPort } from "./hostPort.ts";

const parent = electronParentPort();
if (parent) runHost(parent, () => performance.now());
