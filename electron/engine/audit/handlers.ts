// Handlers of the audit calls.
import type { auditCalls } from "../../../shared/audit/calls.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Handlers } from "../handler.ts";
import { listAudit } from "../store/sqlite/tables/audit.ts";
import { verifyAudit } from "./auditLog.ts";

export const auditHandlers: Handlers<typeof auditCalls> = {
  "audit.listEntries": ({ before, limit }, { db }) =>
    listAudit(db, before ?? null, limit).map(({ sequence, at, utcOffset, user, action, detail, result, hash }) => ({
      sequence,
      at: isoTime(at, utcOffset),
      user,
      action,
      detail: JSON.parse(detail) as Record<string, unknown>,
      result,
      hash,
    })),
  "audit.verifyChain": ({ head }, { db }) => verifyAudit(db, head),
};
