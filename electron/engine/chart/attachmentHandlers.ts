// Handlers of files attached to notes: kept under their hash, checked against it when they are handed out.
import { createHash } from "node:crypto";
import type { attachmentCalls } from "../../../shared/chart/attachmentCalls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { Handlers } from "../handler.ts";
import { insertAttachment, readAttachment } from "../store/sqlite/tables/chartAttachment.ts";

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const attachmentHandlers: Handlers<typeof attachmentCalls> = {
  "chart.saveAttachment": ({ name, mediaType, base64 }, { db, clock }) => {
    const bytes = Buffer.from(base64, "base64");
    const sha256 = hashOf(bytes);
    insertAttachment(db, { sha256, name, mediaType, bytes, savedAt: clock() });
    return { sha256, name, size: bytes.length, mediaType };
  },
  "chart.readAttachment": ({ sha256 }, { db }) => {
    const row = readAttachment(db, sha256);
    if (!row) throw new CaseweaveError("attachment-unknown", { sha256 });
    if (hashOf(row.bytes) !== sha256) throw new CaseweaveError("attachment-changed", { sha256, name: row.name });
    return { name: row.name, mediaType: row.mediaType, base64: Buffer.from(row.bytes).toString("base64") };
  },
};
