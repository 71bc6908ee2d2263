// Every channel between the page and the main process: one table, checked sender, checked payload, typed errors.
import { type BrowserWindow, ipcMain } from "electron";
import { z } from "zod";
import { CaseweaveError, toWire, type WireError } from "../../shared/errors.ts";
import { problemsOf } from "../../shared/problems.ts";
import { type ChannelName, channelNames } from "./channelNames.ts";
import { requireTrustedSender } from "./trustedSender.ts";

const payloads = {
  [channelNames.connect]: z.tuple([]),
  [channelNames.chooseWorkspace]: z.tuple([z.enum(["open", "new"])]),
  [channelNames.unlock]: z.tuple([z.string().max(1000).nullable()]),
} as const satisfies Record<ChannelName, z.ZodType>;

export type ChannelActions = { readonly [Name in ChannelName]: (...payload: z.infer<(typeof payloads)[Name]>) => void };

export function handleChannels(actions: ChannelActions, currentWindow: () => BrowserWindow | null): void {
  for (const name of Object.values(channelNames)) {
    ipcMain.handle(name, (event, ...payload: unknown[]): { readonly error: WireError | null } => {
      try {
        requireTrustedSender(event, currentWindow());
        const checked = payloads[name].safeParse(payload);
        if (!checked.success) throw new CaseweaveError("bad-request", { call: name, problems: problemsOf(checked.error.issues, payload) });
        (actions[name] as (...values: readonly unknown[]) => void)(...checked.data);
        return { error: null };
      } catch (error) {
        return { error: toWire(error) };
      }
    });
  }
}
