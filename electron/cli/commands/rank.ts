// `rank <ws> --kind account --by METRIC`: entities by a measure of their graph, or accounts by suspicion.
import { type MetricName, metricNames } from "../../../shared/group/metrics/index.ts";
import type { Command } from "../command.ts";
import { flag, graphOption, oneOf, text, topOf, whole } from "../option.ts";
import { printLines } from "../print.ts";
import { tellTravelled } from "../tellTravelled.ts";
import { withEngine } from "../withEngine.ts";

export const rankCommand: Command = {
  name: "rank",
  summary: "cli.rank.summary",
  usage: "<workspace> --kind KIND --by METRIC [--links K,…] [--undirected] [--top N|all]",
  minimum: 1,
  most: 1,
  options: {
    kind: text("cli.option.kind", "KIND"),
    by: oneOf("cli.option.by", metricNames),
    links: text("cli.option.links", "KIND,…"),
    undirected: flag("cli.option.undirected"),
    top: whole("cli.option.top", { words: ["all"] }),
    graph: graphOption,
  },
  run: (args, io) => {
    const { kind = "account", by = "suspicion", links, undirected, top } = args.values;
    const asked = {
      kind: String(kind),
      by: by as MetricName,
      links: typeof links === "string" ? links.split(",") : null,
      undirected: undirected === true,
      ...topOf(top),
    };
    return withEngine(args, io, { graph: true }, async (call) => {
      printLines(io, await call("group.rankEntities", asked));
      await tellTravelled(call, io);
      return 0;
    });
  },
};
