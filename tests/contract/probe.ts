// What answers the calls of the contract suite: behaves as the parameters say, and remembers which calls were aborted.
import { CaseweaveError, type ErrorCode } from "../../shared/errors.ts";
import type { JobProgress } from "../../shared/rpc/channel.ts";
import type { CallContext, Dispatcher } from "../../shared/rpc/serve.ts";

export interface Probe extends Dispatcher {
  readonly aborted: string[];
  readonly finished: string[];
  tell(name: string, value: unknown): void;
}

type Act = (params: Record<string, unknown>, context: CallContext) => unknown;

export const readCall = "workspace.readInfo";
export const jobCall = "import.storeFiles";

export function progressAt(done: number, phase = "read"): JobProgress {
  return { phase, done, total: 100, perSecond: null, secondsLeft: null, subject: "某银行流水.csv" };
}

const acts: Readonly<Record<string, Act>> = {
  echo: (params) => params.value,
  masked: (_params, { isMasked }) => isMasked,
  fail: (params) => {
    throw new CaseweaveError(params.code as ErrorCode, { file: "台账.xlsx", line: 7 });
  },
  crash: () => {
    throw new TypeError("unexpected");
  },
  large: (params) =>
    Array.from({ length: params.count as number }, (_, row) => ({ row, name: `张三${row}`, account: "6222021234567890123" })),
  unsendable: () => ({ run: () => 1 }),
  progress: async (_params, context) => {
    for (const phase of ["read", "map", "store"]) for (let done = 0; done < 50; done += 1) context.report(progressAt(done, phase));
    return "done";
  },
  wait: (_params, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new CaseweaveError("cancelled")), { once: true })),
  sleep: (params) => new Promise((resolve) => setTimeout(() => resolve("slept"), params.milliseconds as number)),
};

export function createProbe(): Probe {
  const listeners = new Set<(name: string, value: unknown) => void>();
  const aborted: string[] = [];
  const finished: string[] = [];
  return {
    aborted,
    finished,
    async dispatch(name, params, context) {
      context.signal.addEventListener("abort", () => void aborted.push(name));
      const { act, ...rest } = (params ?? {}) as Record<string, unknown>;
      const run = acts[String(act)];
      if (!run) throw new CaseweaveError("unknown-call", { name });
      const value = await run(rest, context);
      finished.push(name);
      return value;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(name, value) {
      for (const listener of listeners) listener(name, value);
    },
  };
}
