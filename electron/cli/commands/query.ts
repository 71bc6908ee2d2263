// `query <ws> "SELECT …"`: read-only SQL over the documented views; with --cypher a reading statement for the Neo4j graph.
import type { Command } from "../command.ts";
import { printLines } from "../print.ts";
import { readPassword } from "../readPassword.ts";
import { withEngine } from "../withEngine.ts";

export const queryCommand: Command = {
  name: "query",
  summary: "cli.query.summary",
  usage: '<workspace> "SELECT … FROM v_case …" | --cypher "MATCH … RETURN …"',
  minimum: 2,
  options: { cypher: { type: "boolean" } },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const text = args.positionals[1]!;
      if (args.values["cypher"] === true) {
        await call("workspace.connectGraph", { password: await readPassword(io) });
        printLines(io, (await call("workspace.queryGraph", { cypher: text })).rows);
      } else printLines(io, (await call("workspace.queryViews", { sql: text })).rows);
      return 0;
    }),
};
