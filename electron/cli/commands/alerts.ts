// `alerts <ws>`: what imports brought to what is watched. `--handle ID`, `--dismiss ID --reason T`, `--see ID` move one to a state; `--facts ID` lists its facts.
import { alertStates } from "../../../shared/model/alert.ts";
import type { Command, CommandArgs } from "../command.ts";
import { oneOf, text, whole, wholeOf } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

const markings = { see: "seen", handle: "handled", dismiss: "dismissed" } as const;

const states = ["open", "all", ...alertStates] as const;

/** The state to move to and the alerts; null where none is asked. */
function markingOf({ values }: CommandArgs) {
  for (const [option, state] of Object.entries(markings)) {
    const alert = wholeOf(values[option]);
    if (alert !== undefined) return { state, alerts: [alert], reason: String(values["reason"] ?? "") };
  }
  return null;
}

/** What imports that ended in between brought is told before anything is listed. */
async function tellLate(call: CallEngine): Promise<void> {
  const { untold, readOnly } = await call("workspace.readInfo", {});
  if (untold > 0 && !readOnly) await call("import.tellLate", {});
}

export const alertsCommand: Command = {
  name: "alerts",
  summary: "cli.alerts.summary",
  usage:
    "<workspace> [--state open|all|new|seen|handled|dismissed] [--watch W-1] | --facts N | --see N | --handle N | --dismiss N --reason TEXT",
  minimum: 1,
  most: 1,
  options: {
    state: oneOf("cli.option.alertState", states),
    watch: text("cli.option.alertWatch", "ID"),
    top: whole("cli.option.topAlerts"),
    facts: whole("cli.option.alertFacts"),
    see: whole("cli.option.alertSee"),
    handle: whole("cli.option.alertHandle"),
    dismiss: whole("cli.option.alertDismiss"),
    reason: text("cli.option.reason", "TEXT"),
  },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      await tellLate(call);
      const { state, watch } = args.values;
      const facts = wholeOf(args.values["facts"]);
      const marking = markingOf(args);
      if (facts !== undefined) printLines(io, await call("review.listAlertFacts", { alert: facts, limit: 1000 }));
      else if (marking) printDocument(io, await call("review.markAlerts", marking));
      else
        printDocument(
          io,
          await call("review.listAlerts", {
            ...(typeof state === "string" && { state: state as (typeof states)[number] }),
            ...(typeof watch === "string" && { watch }),
            limit: wholeOf(args.values["top"]) ?? 200,
          }),
        );
      return 0;
    }),
};
