// The password of a server: from the file that NEO4J_PASSWORD_FILE names, otherwise the first line of standard input; never an argument.
import { createSentences, terminalLanguage } from "../words.ts";
import type { CommandIo } from "./command.ts";
import { readGivenFile } from "./givenFile.ts";

export async function readPassword(io: CommandIo): Promise<string> {
  const file = process.env["NEO4J_PASSWORD_FILE"];
  if (file) return readGivenFile(file).replace(/\r?\n$/, "");
  if (process.stdin.isTTY) io.say(createSentences(terminalLanguage())("cli.neo4j.password"));
  for await (const line of io.lines) return line;
  return "";
}
