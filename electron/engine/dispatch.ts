// Find the call, check its parameters, open its scope (read | write with audit | job), run it. Nothing else.
import { CaseweaveError, toWire } from "../../shared/errors.ts";
import { problemsOf } from "../../shared/problems.ts";
import { openMasker } from "../../shared/review/masker.ts";
import type { AnyCall } from "../../shared/rpc/call.ts";
import { type CallName, contract } from "../../shared/rpc/contract.ts";
import { type AuditEntry, appendAudit } from "./audit/auditLog.ts";
import { summariseParams } from "./audit/summariseParams.ts";
import type { JobContext, WriteContext } from "./handler.ts";
import { handlers } from "./handlers.ts";
import { createJobContext, createReadContext, type DispatchContext } from "./jobContext.ts";
import type { EngineParts } from "./parts.ts";
import { translateStoreError } from "./store/sqlite/storeErrors.ts";
import { bumpDataVersion } from "./store/sqlite/tables/meta.ts";

type AnyHandler = (params: unknown, context: unknown) => unknown;

export async function dispatch(parts: EngineParts, name: string, params: unknown, context: DispatchContext): Promise<unknown> {
  if (!Object.hasOwn(contract, name)) throw new CaseweaveError("unknown-call", { name });
  const call: AnyCall = contract[name as CallName];
  const parsed = call.params.safeParse(params ?? {});
  if (!parsed.success)
    throw new CaseweaveError("bad-request", {
      call: name,
      problems: problemsOf(parsed.error.issues, params),
    });
  const handler = handlers[name as CallName] as AnyHandler;
  try {
    return await scopes[call.kind](parts, { name, call, params: parsed.data, handler, context });
  } catch (error) {
    throw describeFailure(parts, error);
  }
}

/** What SQLite reports in our codes; a failure of the audit with the file that it belongs in. */
function describeFailure({ workspace }: EngineParts, error: unknown): unknown {
  const known = translateStoreError(error, workspace.path, workspace.encrypted);
  if (!(known instanceof CaseweaveError) || known.code !== "audit-failed") return known;
  return new CaseweaveError("audit-failed", { path: workspace.path, ...known.details }, { cause: known });
}

interface Invocation {
  readonly name: string;
  readonly call: AnyCall;
  readonly params: unknown;
  readonly handler: AnyHandler;
  readonly context: DispatchContext;
}

const scopes = { read: runRead, write: runWrite, job: runJob };

function runRead(parts: EngineParts, invocation: Invocation): unknown {
  auditRead(parts, invocation);
  const context = createReadContext(parts, invocation.context.masker);
  return invocation.handler(invocation.params, context);
}

function auditRead(parts: EngineParts, { name, call, params }: Invocation): void {
  if (call.audit === "batched") {
    parts.readCounter.count(name);
    return;
  }
  writeAudit(parts, { action: name, detail: summariseParams(params) });
}

/** What cannot be written down is not shown (reliability AU2). */
function writeAudit(parts: EngineParts, { detail, ...entry }: AuditEntry): void {
  try {
    parts.ledger.connection().write((db) => appendAudit(db, parts.author, { ...entry, detail: { ...detail, ...parts.ledger.about } }));
  } catch (error) {
    const known = translateStoreError(error, parts.workspace.path, parts.workspace.encrypted);
    throw known instanceof CaseweaveError
      ? known
      : new CaseweaveError("audit-failed", { reason: (error as { code?: string }).code ?? String(error) }, { cause: error });
  }
}

function requireWritable(parts: EngineParts, name: string): void {
  if (parts.refusal) throw new CaseweaveError(parts.refusal.code, { ...parts.refusal.details, call: name });
}

const sessionOf = ({ gatherBy }: AnyCall, params: unknown): string =>
  JSON.stringify(gatherBy.map((name) => (params as Readonly<Record<string, unknown>>)[name]));

function runWrite(parts: EngineParts, { name, call, params, handler, context: asked }: Invocation): unknown {
  requireWritable(parts, name);
  const changes = new Set<Parameters<WriteContext["changed"]>[0]>();
  const result = parts.connection.write((db) => {
    const context: WriteContext = {
      db,
      show: asked.masker ?? openMasker,
      workspace: parts.workspace,
      user: parts.author.user,
      clock: parts.author.clock,
      running: parts.running,
      changed: (what) => void changes.add(what),
    };
    const value = handler(params, context);
    if (changes.has("facts")) bumpDataVersion(db);
    const entry = { action: name, detail: summariseParams(params) };
    if (call.audit === "gathered") parts.writeGatherer.note(db, sessionOf(call, params), entry);
    else appendAudit(db, parts.author, entry);
    return value;
  });
  if (changes.size > 0) parts.tellChanged([...changes]);
  return result;
}

async function runJob(parts: EngineParts, invocation: Invocation): Promise<unknown> {
  const { name, params, handler, context } = invocation;
  if (!invocation.call.onReadOnly) requireWritable(parts, name);
  writeAudit(parts, { action: name, detail: summariseParams(params), result: "started" });
  return await parts.running.run(name, parts.author.clock(), context, async (watched) => {
    return await runTruly(createJobContext(parts, { ...context, ...watched }), (job) => handler(params, job));
  });
}

/** Whatever ends a job, its error does not say that nothing was changed where something was. */
async function runTruly(job: JobContext, work: (job: JobContext) => unknown): Promise<unknown> {
  let isChanged = false;
  const commit: JobContext["commit"] = (entry, what, change) => {
    const value = job.commit(entry, what, change);
    isChanged = true;
    return value;
  };
  const ask: JobContext["ask"] = async (name, params) => {
    const value = await job.ask(name, params);
    const { kind, onReadOnly } = contract[name as CallName];
    isChanged ||= kind === "write" || (kind === "job" && !onReadOnly);
    return value;
  };
  try {
    return await work({ ...job, commit, ask });
  } catch (error) {
    throw isChanged ? describeLate(error) : error;
  }
}

/** What speaks of unchanged data, said as it is. */
function describeLate(error: unknown): unknown {
  const { code, details } = toWire(error);
  if (code === "cancelled") return new CaseweaveError("cancelled-late", {}, { cause: error });
  if (code !== "child-died" && code !== "internal") return error;
  return new CaseweaveError("stopped-late", { reason: details["reason"] ?? `${details["task"]} ${details["code"]}` }, { cause: error });
}
