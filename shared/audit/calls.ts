// Calls about the audit: read it, prove it.
import { z } from "zod";
import { read } from "../rpc/call.ts";

export interface AuditItem {
  readonly sequence: number;
  /** ISO time with offset. */
  readonly at: string;
  readonly user: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly result: string;
  readonly hash: string;
}

export interface AuditCheck {
  readonly entries: number;
  readonly intact: boolean;
  /** Sequence of the first broken link; null when whole. */
  readonly brokenAt: number | null;
  /** Hash of the last entry: kept elsewhere, it proves later that no tail was cut off. */
  readonly head: string;
  /** Whether the head that was given still stands in the chain; null where none was given. */
  readonly headFound: boolean | null;
}

export const auditCalls = {
  "audit.listEntries": read(
    z.object({ before: z.int().optional(), limit: z.int().max(500).default(100) }),
    "Audit entries, newest first.",
    { audit: "before" },
  )<readonly AuditItem[]>(),
  "audit.verifyChain": read(
    z.object({
      head: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    "Recomputes the chain from the first entry to the last; a head kept elsewhere must still stand in it, else the tail was cut.",
  )<AuditCheck>(),
};
