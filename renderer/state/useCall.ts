// Reads through the engine for a component: keeps the last answer while a new one is fetched, and reads again when its facts changed.
import { useCallback, useEffect, useRef, useState } from "react";
import { toWire, type WireError } from "../../shared/errors.ts";
import type { CallName, Input, Result } from "../../shared/rpc/contract.ts";
import { engine } from "../rpc/engine.ts";
import { type ChangeKind, useWorkspace } from "./workspace.ts";

export interface CallState<T> {
  readonly data: T | null;
  readonly error: WireError | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface Answer<T> {
  readonly data: T | null;
  readonly error: WireError | null;
  readonly isLoading: boolean;
}

const versionOf = (watch: readonly ChangeKind[]) => (state: { versions: Readonly<Record<ChangeKind, number>> }) =>
  watch.reduce((sum, kind) => sum + state.versions[kind], 0);

/** `params` null: nothing is asked. `isMasked`: over what the person set. `watch`: kinds of change after which it is asked again. */
export function useCall<Name extends CallName>(
  name: Name,
  params: Input<Name> | null,
  watch: readonly ChangeKind[] = [],
  isMasked?: boolean,
): CallState<Result<Name>> {
  const [answer, setAnswer] = useState<Answer<Result<Name>>>({ data: null, error: null, isLoading: params !== null });
  const [attempt, setAttempt] = useState(0);
  const version = useWorkspace(versionOf(watch));
  const asked = JSON.stringify(params);
  const last = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for params; version and attempt ask again
  useEffect(() => {
    if (params === null) return setAnswer({ data: null, error: null, isLoading: false });
    const abort = new AbortController();
    const isSameQuestion = last.current === asked;
    last.current = asked;
    setAnswer((old) => ({ data: old.data, error: isSameQuestion ? old.error : null, isLoading: true }));
    engine.call(name, params, { signal: abort.signal, ...(isMasked === undefined ? {} : { isMasked }) }).then(
      (data) => !abort.signal.aborted && setAnswer({ data, error: null, isLoading: false }),
      (error) => !abort.signal.aborted && setAnswer((old) => ({ data: old.data, error: toWire(error), isLoading: false })),
    );
    return () => abort.abort();
  }, [name, asked, version, attempt]);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...answer, reload };
}
