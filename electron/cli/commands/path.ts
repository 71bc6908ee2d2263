// `path <ws> A B`: how two entities hang together. `between <ws> A B C …`: the network that joins several.
import type { NoPathReason } from "../../../shared/chart/pathCalls.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { anyWords, type Command, type CommandArgs } from "../command.ts";
import { flag, graphOption, text, whole } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

const whyKeys: Readonly<Record<NoPathReason, string>> = {
  apart: "cli.path.apart",
  "too-long": "cli.path.tooLong",
  "not-in-time": "cli.path.notInTime",
  excluded: "cli.path.excluded",
};

const asked = ({ values: { links, max, without } }: CommandArgs) => ({
  links: typeof links === "string" ? links.split(",") : null,
  without: typeof without === "string" ? without.split(",") : [],
  ...(typeof max === "string" ? { max: Number(max) } : {}),
});

export const pathCommand: Command = {
  name: "path",
  summary: "cli.path.summary",
  usage: "<workspace> KIND:KEY KIND:KEY [--links K,…] [--without KIND:KEY,…] [--max 6] [--all-shortest] [--best N] [--in-time]",
  minimum: 3,
  most: 3,
  options: {
    links: text("cli.option.links", "KIND,…"),
    without: text("cli.option.without", "KIND:KEY,…"),
    max: whole("cli.option.maxSteps"),
    "all-shortest": flag("cli.option.allShortest"),
    best: whole("cli.option.best"),
    "in-time": flag("cli.option.inTime"),
    graph: graphOption,
  },
  run: (args, io) =>
    withEngine(args, io, { graph: true }, async (call) => {
      const [, from = "", to = ""] = args.positionals;
      const allShortest = args.values["all-shortest"] === true;
      const { paths, why, isCut, travelled } = await call("chart.findPaths", {
        from,
        to,
        ...asked(args),
        allShortest,
        ...(typeof args.values["best"] === "string" ? { best: Number(args.values["best"]) } : {}),
        inTime: args.values["in-time"] === true,
      });
      printLines(io, paths);
      const sentence = createSentences(terminalLanguage());
      if (why) io.say(sentence(whyKeys[why], { from, to }));
      if (travelled !== null) io.say(sentence("cli.graph.travelled", { count: travelled }));
      if (isCut) io.say(sentence("cli.path.cut", { count: paths.length }));
      return 0;
    }),
};

export const betweenCommand: Command = {
  name: "between",
  summary: "cli.between.summary",
  usage: "<workspace> KIND:KEY KIND:KEY … [--links K,…] [--without KIND:KEY,…] [--max 4]",
  minimum: 3,
  most: anyWords,
  options: {
    links: text("cli.option.links", "KIND,…"),
    without: text("cli.option.without", "KIND:KEY,…"),
    max: whole("cli.option.maxSteps"),
    graph: graphOption,
  },
  run: (args, io) =>
    withEngine(args, io, { graph: true }, async (call) => {
      const { travelled, ...network } = await call("chart.findConnections", { entities: args.positionals.slice(1), ...asked(args) });
      printDocument(io, network);
      if (travelled !== null) io.say(createSentences(terminalLanguage())("cli.graph.travelled", { count: travelled }));
      return 0;
    }),
};
