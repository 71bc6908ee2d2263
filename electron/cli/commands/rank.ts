// `rank <ws> --kind account --by METRIC`: entities by a measure of their graph, or accounts by suspicion.
import { metricNames } from "../../../shared/group/metrics/index.ts";
import { type Command, knownWord, UsageError } from "../command.ts";
import { printLines } from "../print.ts";
import { tellTravelled } from "../tellTravelled.ts";
import { withEngine } from "../withEngine.ts";

/** `all` or a number; 100 when left out. */
function topOf(text: string | undefined): { top?: number | null } {
  if (text === undefined) return {};
  if (text === "all") return { top: null };
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`--top ${text}: 100, all`);
  return { top: Number(text) };
}

export const rankCommand: Command = {
  name: "rank",
  summary: "cli.rank.summary",
  usage: "<workspace> --kind KIND --by METRIC [--links K,…] [--undirected] [--top N|all]",
  minimum: 1,
  options: {
    kind: { type: "string" },
    by: { type: "string" },
    links: { type: "string" },
    undirected: { type: "boolean" },
    top: { type: "string" },
    graph: { type: "string" },
  },
  run: (args, io) => {
    const { kind = "account", by = "suspicion", links, undirected, top } = args.values;
    const asked = {
      kind: String(kind),
      by: knownWord("by", String(by), metricNames),
      links: typeof links === "string" ? links.split(",") : null,
      undirected: undirected === true,
      ...topOf(typeof top === "string" ? top : undefined),
    };
    return withEngine(args, io, { graph: true }, async (call) => {
      printLines(io, await call("group.rankEntities", asked));
      await tellTravelled(call, io);
      return 0;
    });
  },
};
