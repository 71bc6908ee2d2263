// Long work: every job runs through here, so that the tray shows it, cancels it and runs it again. Closing the tray never stops a job.
import { create } from "zustand";
import { toWire, type WireError } from "../../shared/errors.ts";
import type { JobProgress } from "../../shared/rpc/channel.ts";
import type { CallName, Input, Result } from "../../shared/rpc/contract.ts";
import { engine } from "../rpc/engine.ts";
import type { Place } from "./navigation.ts";

// State

export type JobState = "running" | "done" | "failed" | "cancelled";

export interface Job {
  readonly id: number;
  readonly state: JobState;
  /** Key of the catalogue and what fills it. */
  readonly title: string;
  readonly titleValues: Readonly<Record<string, unknown>>;
  readonly progress: JobProgress | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly error: WireError | null;
  /** Where the result is shown. */
  readonly place: Place | null;
  readonly cancel: () => void;
  readonly retry: () => void;
}

export interface JobTitle {
  readonly title: string;
  readonly titleValues?: Readonly<Record<string, unknown>>;
  readonly place?: Place;
}

export const useJobs = create<{ readonly jobs: readonly Job[]; readonly isTrayOpen: boolean }>(() => ({ jobs: [], isTrayOpen: false }));

let nextId = 1;

// Producers

export const changeJob = (jobs: readonly Job[], id: number, change: Partial<Job>): readonly Job[] =>
  jobs.map((job) => (job.id === id ? { ...job, ...change } : job));

/** 0..1 of a job; null while its total is not known. */
export function fractionOf(progress: JobProgress | null): number | null {
  if (progress?.total == null || progress.total <= 0) return null;
  return Math.min(1, progress.done / progress.total);
}

export const runningJob = (jobs: readonly Job[]): Job | undefined => jobs.find((job) => job.state === "running");

// Actions

export const patchJob = (id: number, change: Partial<Job>) => useJobs.setState(({ jobs }) => ({ jobs: changeJob(jobs, id, change) }));

/** Runs a job call and keeps it in the tray. Rejects as the call does; the tray shows the error too. */
export async function runJob<Name extends CallName>(
  name: Name,
  params: Input<Name>,
  { title, titleValues = {}, place }: JobTitle,
): Promise<Result<Name>> {
  const id = nextId++;
  const abort = new AbortController();
  const job: Job = {
    id,
    state: "running",
    title,
    titleValues,
    progress: null,
    startedAt: Date.now(),
    endedAt: null,
    error: null,
    place: place ?? null,
    cancel: () => abort.abort(),
    retry: () => void runJob(name, params, { title, titleValues, ...(place ? { place } : {}) }).catch(() => undefined),
  };
  useJobs.setState(({ jobs }) => ({ jobs: [job, ...jobs].slice(0, 50) }));
  try {
    const result = await engine.call(name, params, { signal: abort.signal, onProgress: (progress) => patchJob(id, { progress }) });
    patchJob(id, { state: "done", endedAt: Date.now() });
    return result;
  } catch (error) {
    const wire = toWire(error);
    patchJob(id, { state: wire.code === "cancelled" ? "cancelled" : "failed", endedAt: Date.now(), error: wire });
    throw error;
  }
}

/** A job that this page did not start; it cannot be run again from here. */
export function adoptJob(job: Pick<Job, "title" | "progress" | "startedAt" | "place" | "cancel">): number {
  const id = nextId++;
  const rest = { titleValues: {}, endedAt: null, error: null, retry: () => undefined };
  useJobs.setState(({ jobs }) => ({ jobs: [{ ...job, ...rest, id, state: "running" as const }, ...jobs] }));
  return id;
}

export const clearFinishedJobs = (): void => useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.state === "running") }));
export const showTray = (isTrayOpen: boolean): void => useJobs.setState({ isTrayOpen });
