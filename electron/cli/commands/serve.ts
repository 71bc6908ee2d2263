// `serve <ws>`: the web shell on this machine; prints its address once.

import { serveUntilStopped } from "../../web/main.ts";
import type { Command } from "../command.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "cli.serve.summary",
  usage: "<workspace>",
  minimum: 1,
  options: { port: { type: "string" }, open: { type: "boolean" }, "read-only": { type: "boolean" } },
  run: async (args) => {
    const { port, open, "read-only": readOnly } = args.values;
    await serveUntilStopped({
      workspacePath: args.positionals[0]!,
      ...(typeof port === "string" ? { port: Number(port) } : {}),
      ...(open ? { open: true } : {}),
      readOnly: Boolean(readOnly),
    });
    return 0;
  },
};
