// A masked session never receives what is masked: answers, errors and progress pass here, once for all calls, before they leave.
import { CaseweaveError } from "../../../shared/errors.ts";
import { createMasker, type Masker } from "../../../shared/review/masker.ts";
import { maskEvery, maskResult } from "../../../shared/review/maskResult.ts";
import { namesIn } from "../../../shared/review/namesIn.ts";
import type { Known } from "../../../shared/review/personalSpans.ts";
import type { AnyCall } from "../../../shared/rpc/call.ts";
import { type CallName, contract } from "../../../shared/rpc/contract.ts";
import { dispatch } from "../dispatch.ts";
import type { DispatchContext } from "../jobContext.ts";
import type { EngineParts } from "../parts.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { readKnown } from "./knownNames.ts";

export type Dispatch = (name: string, params: unknown, context: DispatchContext) => Promise<unknown>;

interface Current {
  readonly known: Known;
  readonly masker: Masker;
}

/** Counts, and the name and path of the workspace: of these a name is told by its form. */
const namelessCalls: ReadonlySet<string> = new Set<CallName>(["workspace.readInfo"]);
const nameless: Known = { isName: () => false, kindOf: () => null };
const namelessMasker = createMasker(nameless);

export function createMaskedDispatch(parts: EngineParts): Dispatch {
  let current: { readonly version: number; readonly ready: Promise<Current> } | null = null;
  const renew = async (): Promise<Current> => {
    const known = await readKnown(parts);
    return { known, masker: createMasker(known) };
  };
  /** What is known at this data version, read once for all calls that wait for it. */
  const read = (): Promise<Current> => {
    const version = readDataVersion(parts.connection);
    if (current?.version !== version) {
      const ready = renew();
      ready.catch(() => {
        if (current?.ready === ready) current = null;
      });
      current = { version, ready };
    }
    return current.ready;
  };
  /** The window stands before the names of a large workspace are read: that is begun meanwhile. */
  const readFor = async (name: string): Promise<Current> => {
    const reading = read();
    if (!namelessCalls.has(name)) return await reading;
    reading.catch(() => undefined);
    return { known: nameless, masker: namelessMasker };
  };
  return async (name, params, context) => {
    if (context.isMasked !== true) return await dispatch(parts, name, params, context);
    refuseOwnStatement(name);
    const { masker } = await readFor(name);
    const report: DispatchContext["report"] = (progress) => context.report({ ...progress, subject: masker.fileName(progress.subject) });
    try {
      const result = await dispatch(parts, name, params, { ...context, masker, report });
      return maskWith(await readFor(name), result);
    } catch (error) {
      throw maskError(error, masker);
    }
  };
}

/** hex(key), substr(key, 1, 6) or key + 1 are no longer what the masker knows: such a call is not run at all. */
function refuseOwnStatement(name: string): void {
  if (Object.hasOwn(contract, name) && (contract[name as CallName] as AnyCall).refusedWhenMasked)
    throw new CaseweaveError("masked-refused", { call: name });
}

/** Names that only the answer itself tells, as a file does that is not imported yet, are masked in all of it. */
function maskWith({ known, masker }: Current, result: unknown): unknown {
  const own = namesIn(result);
  if (own.size === 0) return maskResult(result, masker);
  return maskResult(result, createMasker({ ...known, isName: (text) => own.has(text) || known.isName(text) }));
}

function maskError(error: unknown, masker: Masker): unknown {
  if (!(error instanceof CaseweaveError)) return error;
  const { uri, database, fingerprint } = error.details;
  // An address of a server is nobody's number: who typed it must be able to read it again.
  const server = Object.fromEntries(Object.entries({ uri, database, fingerprint }).filter(([, value]) => value !== undefined));
  const details = { ...(maskEvery(error.details, masker) as Record<string, unknown>), ...server };
  return new CaseweaveError(error.code, details, { cause: error });
}
