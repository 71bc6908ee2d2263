// Jobs that an earlier page started and that go on: put into the tray, followed until they end, cancelled from it.
import type { JobProgress } from "../../shared/rpc/channel.ts";
import type { CallName } from "../../shared/rpc/contract.ts";
import { engine } from "../rpc/engine.ts";
import { adoptJob, patchJob } from "./jobs.ts";

interface StrayJob {
  readonly id: number;
  readonly name: string;
  readonly startedAt: string;
  readonly progress: JobProgress | null;
}

const titles: Partial<Record<CallName, string>> = {
  "import.storeFiles": "job.stray.import",
  "link.runLinkage": "job.title.link",
  "group.runSeries": "job.title.group",
  "group.findRings": "ring.run.job",
  "workspace.runSelfTest": "selftest.job",
};

const lookAgainMilliseconds = 1000;

/** Once, when the page opens: whatever runs then was not started by it. */
export async function adoptStrayJobs(): Promise<void> {
  for (const job of await engine.call("workspace.listJobs", {})) follow(job, adopt(job));
}

const adopt = ({ id, name, startedAt, progress }: StrayJob): number =>
  adoptJob({
    title: titles[name as CallName] ?? "job.stray.other",
    progress,
    startedAt: Date.parse(startedAt),
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
