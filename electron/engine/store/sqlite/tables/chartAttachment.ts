// Files attached to notes, once each, under the SHA-256 of their bytes.
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

export interface AttachmentRow {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly savedAt: number;
}

export function insertAttachment(db: WritableDb, { sha256, name, mediaType, bytes, savedAt }: AttachmentRow): void {
  db.run(sql`INSERT INTO chart_attachment (sha256, name, media_type, bytes, saved_at) VALUES (${sha256}, ${name}, ${mediaType}, ${bytes}, ${savedAt})
    ON CONFLICT (sha256) DO NOTHING`);
}

export const readAttachment = (db: ReadableDb, sha256: string) =>
  db.get<AttachmentRow>(
    sql`SELECT sha256, name, media_type AS mediaType, bytes, saved_at AS savedAt FROM chart_attachment WHERE sha256 = ${sha256}`,
  );
