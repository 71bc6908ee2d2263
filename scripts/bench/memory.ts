// Resident memory of this process and its children, sampled while something runs (Linux /proc; elsewhere this process only).
import { readFileSync } from "node:fs";

const sampleMilliseconds = 100;
const pageMegabytes = 4096 / 2 ** 20;

function residentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageMegabytes;
  } catch {
    return 0; // the process ended between listing and reading
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Peak megabytes of the engine (this process) and of all its children together. */
export function watchMemory(): () => { engine: number; children: number } {
  let engine = 0;
  let children = 0;
  const sample = () => {
    engine = Math.max(engine, process.memoryUsage.rss() / 2 ** 20);
    children = Math.max(
      children,
      childrenOf(process.pid).reduce((sum, pid) => sum + residentOf(pid), 0),
    );
  };
  const timer = setInterval(sample, sampleMilliseconds);
  return () => {
    clearInterval(timer);
    sample();
    return { engine, children };
  };
}
