// Writing jobs run one after another: an import and a linkage run never write at the same time.

export interface JobQueue {
  run<T>(work: () => Promise<T>): Promise<T>;
  idle(): Promise<void>;
}

export function createJobQueue(): JobQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<T>(work: () => Promise<T>): Promise<T> {
      const result = last.then(work, work);
      last = result.catch(() => undefined); // the caller sees the failure; the next job only waits
      return result;
    },
    idle: async () => {
      for (let seen: Promise<unknown> | null = null; seen !== last; ) {
        seen = last;
        await seen; // a job that failed may have queued its clearing up
      }
    },
  };
}
