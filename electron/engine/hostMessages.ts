// What the desktop's main process and the engine's process say to each other. Calls do not pass here: they have ports of their own.
import { z } from "zod";
import type { WireError } from "../../shared/errors.ts";

export const toHost = z.discriminatedUnion("type", [
  /** `key`: the passphrase of an encrypted workspace. */
  z.object({ type: z.literal("open"), workspacePath: z.string(), key: z.string().nullable() }),
  /** With a port: a window that wants to call. */
  z.object({ type: z.literal("connect") }),
  /** With a port: the child that was asked for. */
  z.object({ type: z.literal("forked"), id: z.int() }),
  z.object({ type: z.literal("exited"), id: z.int(), code: z.int().nullable() }),
  z.object({ type: z.literal("close") }),
]);

export type ToHost = z.infer<typeof toHost>;

export type FromHost =
  | { readonly type: "opened" }
  | { readonly type: "refused"; readonly error: WireError }
  | { readonly type: "fork"; readonly id: number }
  | { readonly type: "kill"; readonly id: number }
  | { readonly type: "closed" };
