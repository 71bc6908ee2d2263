// The jobs at work in this engine, whoever started them: a page that was reloaded finds them here and can cancel them.
import type { JobProgress } from "../../../shared/rpc/channel.ts";

export interface RunningJob {
  readonly id: number;
  /** Name of the call. */
  readonly name: string;
  /** Milliseconds since 1970, UTC. */
  readonly startedAt: number;
  readonly progress: JobProgress | null;
  /** Begun by the engine itself. */
  readonly isBackground: boolean;
}

interface Watched {
  readonly signal: AbortSignal;
  report(progress: JobProgress): void;
}

export interface RunningJobs {
  list(): RunningJob[];
  /** False when no such job runs. */
  cancel(id: number): boolean;
  /** Keeps a job in the list while `work` runs; it ends when its caller or anybody in the list cancels it. */
  run<T>(name: string, startedAt: number, watched: Watched, work: (watched: Watched) => Promise<T>, isBackground?: boolean): Promise<T>;
}

export function createRunningJobs(): RunningJobs {
  const jobs = new Map<number, { job: RunningJob; readonly own: AbortController }>();
  let nextId = 1;
  return {
    list: () => [...jobs.values()].map(({ job }) => job),
    cancel(id) {
      jobs.get(id)?.own.abort();
      return jobs.has(id);
    },
    async run(name, startedAt, { signal, report }, work, isBackground = false) {
      const id = nextId++;
      const entry = { job: { id, name, startedAt, progress: null, isBackground } as RunningJob, own: new AbortController() };
      jobs.set(id, entry);
      try {
        return await work({
          signal: AbortSignal.any([signal, entry.own.signal]),
          report: (progress) => {
            entry.job = { ...entry.job, progress };
            report(progress);
          },
        });
      } finally {
        jobs.delete(id);
      }
    },
  };
}
