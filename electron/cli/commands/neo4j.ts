// `neo4j check --uri …`: what the server is and holds. Password on standard input or in NEO4J_PASSWORD_FILE, never an argument.
import { readFileSync } from "node:fs";
import { CaseweaveError } from "../../../shared/errors.ts";
import { checkServer } from "../../engine/store/neo4j/checkServer.ts";
import type { Command, CommandArgs, CommandIo } from "../command.ts";
import { printDocument } from "../print.ts";

async function readPassword(io: CommandIo): Promise<string> {
  const file = process.env["NEO4J_PASSWORD_FILE"];
  if (file) return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  if (process.stdin.isTTY) io.say("password:");
  for await (const line of io.lines) return line;
  return "";
}

const textOf = (args: CommandArgs, name: string): string | null => {
  const value = args.values[name];
  return typeof value === "string" ? value : null;
};

export const neo4jCommand: Command = {
  name: "neo4j",
  summary: "cli.neo4j.summary",
  usage: "check --uri bolt://… [--username NAME] [--database NAME]",
  minimum: 1,
  options: { uri: { type: "string" }, username: { type: "string" }, database: { type: "string" } },
  run: async (args, io) => {
    const uri = textOf(args, "uri");
    if (args.positionals[0] !== "check" || uri === null) throw new CaseweaveError("bad-request", { issues: ["neo4j check --uri …"] });
    const password = await readPassword(io);
    printDocument(io, await checkServer({ uri, user: textOf(args, "username") ?? "neo4j", password, database: textOf(args, "database") }));
    return 0;
  },
};
