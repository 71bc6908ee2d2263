// `query <ws> "SELECT …"`: read-only SQL over the documented views.
import type { Command } from "../command.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const queryCommand: Command = {
  name: "query",
  summary: "cli.query.summary",
  usage: '<workspace> "SELECT … FROM v_case …"',
  minimum: 2,
  options: {},
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      printLines(io, (await call("workspace.queryViews", { sql: args.positionals[1]! })).rows);
      return 0;
    }),
};
