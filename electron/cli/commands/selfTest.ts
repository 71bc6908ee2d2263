// `selftest [--scale N] [--seed S]`: every stage on planted data in a temporary workspace, with recall and precision. Needs no workspace.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../command.ts";
import { text, whole } from "../option.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const selfTestCommand: Command = {
  name: "selftest",
  summary: "cli.selftest.summary",
  usage: "",
  minimum: 0,
  most: 0,
  options: { scale: text("cli.option.demoScale", "N", { form: "number" }), seed: whole("cli.option.seed") },
  run: async (args, io) => {
    const folder = mkdtempSync(join(tmpdir(), "caseweave-selftest-"));
    try {
      const own = { ...args, positionals: [join(folder, "empty.caseweave")] };
      return await withEngine(own, io, { create: true }, async (call) => {
        const scale = args.values["scale"];
        const seed = args.values["seed"];
        const { lines } = await call("workspace.runSelfTest", {
          ...(typeof scale === "string" ? { scale: Number(scale) } : {}),
          ...(typeof seed === "string" ? { seed: Number(seed) } : {}),
        });
        printLines(io, lines);
        return 0;
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
