// `group <ws> series`: the series of the linked cases.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { Command } from "../command.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const groupCommand: Command = {
  name: "group",
  summary: "cli.group.summary",
  usage: "<workspace> series",
  minimum: 2,
  options: {},
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      if (args.positionals[1] !== "series") throw new CaseweaveError("bad-request", { issues: [`group ${args.positionals[1]}`] });
      const info = await call("workspace.readInfo", {});
      if (info.linkedAt !== info.dataVersion) await call("link.runLinkage", {});
      await call("group.runSeries", {});
      const { series } = await call("group.listSeries", {});
      printLines(
        io,
        series.map(({ series: id, cases, core, borderline, cohesionBits, weakest, firstAt, lastAt, loss, title }) => ({
          series: id,
          cases,
          core,
          borderline,
          cohesionBits,
          weakest,
          firstAt,
          lastAt,
          loss,
          title,
        })),
      );
      return 0;
    }),
};
