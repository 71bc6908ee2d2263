// Says on standard error how many links a server sent for the last question, when it sent any.
import { createSentences, terminalLanguage } from "../words.ts";
import type { CommandIo } from "./command.ts";
import type { CallEngine } from "./withEngine.ts";

export async function tellTravelled(call: CallEngine, io: CommandIo): Promise<void> {
  const { travelled } = await call("workspace.readGraphState", {});
  if (travelled !== null) io.say(createSentences(terminalLanguage())("cli.graph.travelled", { count: travelled }));
}
