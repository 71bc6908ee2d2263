// `stays <ws> --person P | --place H | --night DAY`: who shared a room, arrived or left together, sat side by side.
import type { Command } from "../command.ts";
import { moment, text, whole, wholeOf } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const staysCommand: Command = {
  name: "stays",
  summary: "cli.stays.summary",
  usage: "<workspace> [--person P | --place H] [--night DAY] [--top N]",
  minimum: 1,
  most: 1,
  options: {
    person: text("cli.option.stayPerson", "PERSON"),
    place: text("cli.option.stayPlace", "PLACE"),
    night: moment("cli.option.stayNight"),
    top: whole("cli.option.stayTop"),
  },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const { person, place, night } = args.values;
      const top = wholeOf(args.values["top"]);
      const asked = {
        ...(person && { person }),
        ...(place && { place }),
        ...(night && { day: String(night).slice(0, 10) }),
        ...(top && { top }),
      };
      const isAny = person !== undefined || place !== undefined || night !== undefined;
      printDocument(io, isAny ? await call("trace.readStays", asked) : await call("trace.listStaySubjects", {}));
      return 0;
    }),
};
