// What a call is: its kind, the schema of its parameters, the type of its result, and when the audit row is written.
import type { z } from "zod";
import type { ErrorCode } from "../errors.ts";

export type CallKind = "read" | "write" | "job";

/**
 * before: a row of its own before the result leaves; batched: counted and written within a second; write: in the write's transaction;
 * gathered: the first write of a session in its transaction, those after it counted and written together.
 */
export type AuditTime = "before" | "batched" | "write" | "gathered";

export interface Call<Kind extends CallKind, Schema extends z.ZodType, Result> {
  readonly kind: Kind;
  readonly doc: string;
  readonly params: Schema;
  readonly audit: AuditTime;
  readonly errors: readonly ErrorCode[];
  /** Gathered: parameters that tell one session from another. */
  readonly gatherBy: readonly string[];
  /** A statement of one's own can take a value apart so that no masking of its answer knows it again: not in masked sessions. */
  readonly refusedWhenMasked: boolean;
  /** A job that writes nothing: it runs where the workspace cannot be written. */
  readonly onReadOnly: boolean;
  /** Never present at run time: carries the type of the result. */
  readonly result?: Result;
}

interface Options {
  readonly audit?: AuditTime;
  readonly errors?: readonly ErrorCode[];
  readonly gatherBy?: readonly string[];
  readonly refusedWhenMasked?: boolean;
  readonly onReadOnly?: boolean;
}

/** `read(schema, "what it does")<Result>()`: the second call exists only to name the result type. */
function callOf<Kind extends CallKind>(kind: Kind, defaultAudit: AuditTime) {
  return <Schema extends z.ZodType>(params: Schema, doc: string, options: Options = {}) =>
    <Result>(): Call<Kind, Schema, Result> => ({
      kind,
      params,
      doc,
      audit: options.audit ?? defaultAudit,
      errors: options.errors ?? [],
      gatherBy: options.gatherBy ?? [],
      refusedWhenMasked: options.refusedWhenMasked ?? false,
      onReadOnly: options.onReadOnly ?? false,
    });
}

export const read = callOf("read", "batched");
export const write = callOf("write", "write");
export const job = callOf("job", "write");

export type AnyCall = Call<CallKind, z.ZodType, unknown>;
export type ParamsOf<C> = C extends Call<CallKind, infer Schema, unknown> ? z.infer<Schema> : never;
/** What a caller may write: defaults left out. */
export type InputOf<C> = C extends Call<CallKind, infer Schema, unknown> ? z.input<Schema> : never;
export type ResultOf<C> = C extends Call<CallKind, z.ZodType, infer Result> ? Result : never;
