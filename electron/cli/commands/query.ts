// `query <ws> "SELECT …"`: read-only SQL over the documented views; with --cypher a reading statement for the Neo4j graph.
import type { Command } from "../command.ts";
import { flag, whole, wholeOf } from "../option.ts";
import { printLines } from "../print.ts";
import { readPassword } from "../readPassword.ts";
import { withEngine } from "../withEngine.ts";

export const queryCommand: Command = {
  name: "query",
  summary: "cli.query.summary",
  usage: '<workspace> "SELECT … FROM v_case …" | --cypher "MATCH … RETURN …"',
  minimum: 2,
  most: 2,
  options: { cypher: flag("cli.option.cypher"), timeout: whole("cli.option.timeout") },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const text = args.positionals[1]!;
      if (args.values["cypher"] === true) {
        await call("workspace.connectGraph", { password: await readPassword(io) });
        printLines(io, (await call("workspace.queryGraph", { cypher: text })).rows);
      } else {
        const seconds = wholeOf(args.values["timeout"]);
        printLines(io, (await call("workspace.queryViews", { sql: text, ...(seconds === undefined ? {} : { seconds }) })).rows);
      }
      return 0;
    }),
};
