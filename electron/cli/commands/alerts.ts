// `alerts <ws>`: what imports brought to what is watched. `--handle ID`, `--dismiss ID --reason T`, `--see ID` move one to a state; `--facts ID` lists its facts.
import { alertStates } from "../../../shared/model/alert.ts";
import { type Command, type CommandArgs, knownWord, wholeNumber } from "../command.ts";
import { printDocument, printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

const markings = { see: "seen", handle: "handled", dismiss: "dismissed" } as const;

/** The state to move to and the alerts; null where none is asked. */
function markingOf({ values }: CommandArgs) {
  for (const [option, state] of Object.entries(markings)) {
    const alert = wholeNumber(option, values[option]);
    if (alert !== undefined) return { state, alerts: [alert], reason: String(values["reason"] ?? "") };
  }
  return null;
}

export const alertsCommand: Command = {
  name: "alerts",
  summary: "cli.alerts.summary",
  usage:
    "<workspace> [--state open|all|new|seen|handled|dismissed] [--watch W-1] | --facts N | --see N | --handle N | --dismiss N --reason TEXT",
  minimum: 1,
  options: {
    state: { type: "string" },
    watch: { type: "string" },
    top: { type: "string" },
    facts: { type: "string" },
    see: { type: "string" },
    handle: { type: "string" },
    dismiss: { type: "string" },
    reason: { type: "string" },
  },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const { state, watch } = args.values;
      const facts = wholeNumber("facts", args.values["facts"]);
      const marking = markingOf(args);
      if (facts !== undefined) printLines(io, await call("review.listAlertFacts", { alert: facts, limit: 1000 }));
      else if (marking) printDocument(io, await call("review.markAlerts", marking));
      else
        printDocument(
          io,
          await call("review.listAlerts", {
            ...(typeof state === "string" && { state: knownWord("state", state, ["open", "all", ...alertStates]) }),
            ...(typeof watch === "string" && { watch }),
            limit: wholeNumber("top", args.values["top"]) ?? 200,
          }),
        );
      return 0;
    }),
};
