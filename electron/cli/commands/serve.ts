// `serve <ws>`: the web shell on this machine; prints its address once.

import { serveUntilStopped } from "../../web/main.ts";
import { type Command, UsageError } from "../command.ts";
import { flag, text } from "../option.ts";
import { readKey } from "../withEngine.ts";

const highestPort = 65_535;

/** 0 is any free port. */
function portOf(typed: string): number {
  const port = Number(typed);
  if (!/^\d+$/.test(typed) || port > highestPort) throw new UsageError("cli.usage.port", { option: "--port", typed, highest: highestPort });
  return port;
}

export const serveCommand: Command = {
  name: "serve",
  summary: "cli.serve.summary",
  usage: "<workspace>",
  minimum: 1,
  most: 1,
  options: {
    port: text("cli.option.port", "N"),
    open: flag("cli.option.open"),
    "read-only": flag("cli.option.readOnly"),
  },
  run: async (args) => {
    const { port, open, "read-only": readOnly } = args.values;
    await serveUntilStopped({
      workspacePath: args.positionals[0]!,
      key: readKey(args),
      ...(typeof port === "string" ? { port: portOf(port) } : {}),
      ...(open ? { open: true } : {}),
      readOnly: Boolean(readOnly),
    });
    return 0;
  },
};
