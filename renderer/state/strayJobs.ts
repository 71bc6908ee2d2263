// Jobs that an earlier page or the engine itself started: put into the tray, followed until they end, cancelled from it.
import type { JobProgress } from "../../shared/rpc/channel.ts";
import type { CallName } from "../../shared/rpc/contract.ts";
import { engine } from "../rpc/engine.ts";
import { adoptJob, patchJob } from "./jobs.ts";
import type { Place } from "./navigation.ts";

interface StrayJob {
  readonly id: number;
  readonly name: string;
  readonly startedAt: string;
  readonly progress: JobProgress | null;
  readonly isBackground: boolean;
}

const titles: Partial<Record<CallName, string>> = {
  "import.storeFiles": "job.stray.import",
  "import.tellLate": "job.title.late",
  "resolve.matchAddresses": "resolve.address.job",
  "link.runLinkage": "job.title.link",
  "group.runSeries": "job.title.group",
  "group.findRings": "ring.run.job",
  "workspace.runSelfTest": "selftest.job",
};

const lookAgainMilliseconds = 1000;

const places: Partial<Record<CallName, Place>> = { "resolve.matchAddresses": { view: "resolve", subject: "address" } };

const adopted = new Set<number>();

function adoptAll(jobs: readonly StrayJob[]): void {
  for (const job of jobs) {
    if (adopted.has(job.id)) continue;
    adopted.add(job.id);
    follow(job, adopt(job));
  }
}

/** When the page opens: whatever runs then was not started by it. */
export async function adoptStrayJobs(): Promise<void> {
  adoptAll(await engine.call("workspace.listJobs", {}));
}

/** From then on: what the engine begins by itself. */
export function watchBackgroundJobs(): void {
  engine.on("workspace.changed", async ({ what }) => {
    if (!what.includes("jobs")) return;
    adoptAll((await engine.call("workspace.listJobs", {})).filter(({ isBackground }) => isBackground));
  });
}

const adopt = ({ id, name, startedAt, progress }: StrayJob): number =>
  adoptJob({
    title: titles[name as CallName] ?? "job.stray.other",
    progress,
    startedAt: Date.parse(startedAt),
    place: places[name as CallName] ?? null,
    cancel: () => void engine.call("workspace.cancelJob", { id }),
  });

function follow({ id }: StrayJob, own: number): void {
  const timer = setInterval(async () => {
    const still = (await engine.call("workspace.listJobs", {})).find((job) => job.id === id);
    if (still) return patchJob(own, { progress: still.progress });
    clearInterval(timer);
    patchJob(own, { state: "done", endedAt: Date.now() });
  }, lookAgainMilliseconds);
}
