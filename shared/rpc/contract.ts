// The one contract: every call that a shell can make, and every event the engine tells. Types, allow-list, run-time check and docs/calls.md at once.
import { auditCalls } from "../audit/calls.ts";
import { chartCalls } from "../chart/calls.ts";
import { groupCalls } from "../group/calls.ts";
import { importCalls } from "../import/calls.ts";
import { linkCalls } from "../link/calls.ts";
import { resolveCalls } from "../resolve/calls.ts";
import { reviewCalls } from "../review/calls.ts";
import { traceCalls } from "../trace/calls.ts";
import { workspaceCalls } from "../workspace/calls.ts";
import type { InputOf, ParamsOf, ResultOf } from "./call.ts";

export const contract = {
  ...workspaceCalls,
  ...importCalls,
  ...resolveCalls,
  ...linkCalls,
  ...groupCalls,
  ...traceCalls,
  ...chartCalls,
  ...reviewCalls,
  ...auditCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Params<Name extends CallName> = ParamsOf<Contract[Name]>;
/** Parameters as a caller writes them: those with a default may be left out. */
export type Input<Name extends CallName> = InputOf<Contract[Name]>;
export type Result<Name extends CallName> = ResultOf<Contract[Name]>;

/** Events the engine tells everybody who listens. */
export interface EngineEvents {
  /** Facts, results, decisions or charts changed; views that show them read again. */
  readonly "workspace.changed": {
    readonly dataVersion: number;
    readonly what: readonly (
      | "facts"
      | "resolve"
      | "link"
      | "group"
      | "decisions"
      | "charts"
      | "storyboards"
      | "reports"
      | "map"
      | "watches"
      | "tasks"
      | "exchange"
      | "packs"
      | "jobs"
    )[];
  };
}

export type EventName = keyof EngineEvents;
