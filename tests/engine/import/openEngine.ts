// An engine on a fresh workspace with its typed calls, for tests of the import.
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { DispatchContext } from "../../../electron/engine/jobContext.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";

export interface OpenEngine {
  readonly call: <Name extends CallName>(name: Name, params: Input<Name>, context?: Partial<DispatchContext>) => Promise<Result<Name>>;
  readonly close: Engine["close"];
}

export async function openEngine(workspacePath: string): Promise<OpenEngine> {
  const engine = await createEngine({ workspacePath, user: "tester", clock: () => Date.parse("2026-06-01T00:00:00Z") });
  return {
    call: async <Name extends CallName>(name: Name, params: Input<Name>, context: Partial<DispatchContext> = {}) =>
      (await engine.dispatch(name, params, { signal: new AbortController().signal, report: () => {}, ...context })) as Result<Name>,
    close: () => engine.close(),
  };
}
