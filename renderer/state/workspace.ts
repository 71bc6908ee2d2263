// What is in the workspace, read again whenever the engine says that something changed.
import { create } from "zustand";
import type { EngineEvents } from "../../shared/rpc/contract.ts";
import type { WorkspaceInfo } from "../../shared/workspace/calls.ts";
import { engine } from "../rpc/engine.ts";
import { reportError } from "./toasts.ts";

export type ChangeKind = EngineEvents["workspace.changed"]["what"][number];

// State

export interface WorkspaceState {
  readonly info: WorkspaceInfo | null;
  /** Grows with each change of that kind; views read again when theirs grows. */
  readonly versions: Readonly<Record<ChangeKind, number>>;
}

export const useWorkspace = create<WorkspaceState>(() => ({
  info: null,
  versions: {
    facts: 0,
    resolve: 0,
    link: 0,
    group: 0,
    decisions: 0,
    charts: 0,
    storyboards: 0,
    reports: 0,
    map: 0,
    watches: 0,
    tasks: 0,
    exchange: 0,
    packs: 0,
    jobs: 0,
  },
}));

// Producers

export function countChanges(versions: WorkspaceState["versions"], what: readonly ChangeKind[]): WorkspaceState["versions"] {
  const next = { ...versions };
  for (const kind of what) next[kind] += 1;
  return next;
}

export const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Cases, each once: the same that statistics count. */
export const caseCountOf = ({ entities, mergedCases }: WorkspaceInfo): number => (entities.case ?? 0) - mergedCases;

/** True while nothing has been imported yet. */
export const isEmptyWorkspace = (info: WorkspaceInfo | null): boolean => info !== null && info.sources === 0;

// Actions

/** Until a long audit has been walked to its end. */
const askAgainAfter = 500;

export async function readWorkspace(): Promise<void> {
  try {
    const info = await engine.call("workspace.readInfo", {});
    useWorkspace.setState({ info });
    if (info.auditIntact === null) setTimeout(() => void readWorkspace(), askAgainAfter);
  } catch (error) {
    reportError(error);
  }
}

/** Starts to listen; called once by the entry. */
export function watchWorkspace(): void {
  engine.on("workspace.changed", ({ what }) => {
    useWorkspace.setState(({ versions }) => ({ versions: countChanges(versions, what) }));
    void readWorkspace();
  });
  void readWorkspace();
}
