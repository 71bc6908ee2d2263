// Calls of files attached to notes on a chart.
import { z } from "zod";
import { read, write } from "../rpc/call.ts";
import type { Attachment } from "./document.ts";

/** 20 MiB as base64. */
const mostBase64 = 28_000_000;

export const attachmentCalls = {
  "chart.saveAttachment": write(
    z.object({ name: z.string().min(1).max(300), mediaType: z.string(), base64: z.base64().max(mostBase64) }),
    "Keeps a file for a note under the SHA-256 of its bytes, up to 20 MiB; the same bytes once.",
  )<Attachment>(),
  "chart.readAttachment": read(
    z.object({ sha256: z.string() }),
    "A file of a note; its bytes are checked against their hash. A file is no text: it is not masked, so masked sessions do not get it.",
    {
      audit: "before",
      errors: ["attachment-unknown", "attachment-changed"],
      refusedWhenMasked: true,
    },
  )<{ readonly name: string; readonly mediaType: string; readonly base64: string }>(),
};
