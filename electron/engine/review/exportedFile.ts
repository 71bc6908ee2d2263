// Bytes as the file that a call hands out: a safe name, the media type of its ending, its hash.
import { createHash } from "node:crypto";
import type { ExportedFile } from "../../../shared/review/exportCalls.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  pdf: "application/pdf",
  csv: "text/csv;charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  json: "application/json",
  graphml: "application/xml",
  gexf: "application/xml",
  anx: "application/xml",
  zip: "application/zip",
};

const longestName = 80;

/** What Windows, Linux and macOS all take: no separators, no control or direction marks, no dots or blanks at the ends. */
export function safeName(title: string): string {
  const kept = title.replaceAll(/[\\/:*?"<>|\p{C}]/gu, "_").replaceAll(/\s+/g, " ");
  const cut = [...kept]
    .slice(0, longestName)
    .join("")
    .replaceAll(/^[ .]+|[ .]+$/g, "");
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cut) || cut === "" ? `_${cut}` : cut;
}

export function exportedFile(title: string, ending: string, bytes: Uint8Array, count: number, isMasked: boolean): ExportedFile {
  return {
    file: `${safeName(title)}.${ending}`,
    mediaType: mediaTypes[ending] ?? "application/octet-stream",
    base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    count,
    isMasked,
  };
}
