// `demo <ws>`: writes the demo files, imports them, links and groups. `demo --files DIR` only writes them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { demoApproval, writeDemoFiles } from "../../engine/demo/index.ts";
import { type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { text, whole } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

const sizeOf = (args: CommandArgs) => ({ scale: Number(args.values["scale"] ?? 1), seed: Number(args.values["seed"] ?? 1) });

async function writeOnly(folder: string, args: CommandArgs, io: CommandIo): Promise<number> {
  const { files, lateFiles, map } = await writeDemoFiles(resolve(folder), sizeOf(args));
  printDocument(io, { folder: resolve(folder), files: [...files, ...lateFiles], map, truth: "truth.json" });
  return 0;
}

async function build(args: CommandArgs, io: CommandIo): Promise<number> {
  if (args.positionals.length === 0) throw new UsageError("cli.usage.demo");
  const folder = await mkdtemp(join(tmpdir(), "caseweave-demo-"));
  try {
    const began = io.now();
    const { files, lateFiles, map } = await writeDemoFiles(folder, sizeOf(args));
    return await withEngine(args, io, { create: true }, async (call, workspace) => {
      const first = await call("import.storeFiles", { paths: files.map((file) => join(folder, file)) });
      await call("link.runLinkage", {});
      await call("group.runSeries", {});
      const late = lateFiles.length > 0 ? await call("import.storeFiles", { paths: lateFiles.map((file) => join(folder, file)) }) : null;
      const link = await call("link.runLinkage", {});
      const group = await call("group.runSeries", {});
      await call("trace.saveBaseMap", { path: join(folder, map), approval: demoApproval });
      const rings = await call("group.findRings", {});
      const sources = [...first.sources, ...(late?.sources ?? [])];
      printDocument(io, {
        workspace,
        sources: sources.length,
        rows: sources.reduce((sum, { rows }) => sum + rows.stored, 0),
        matches: late?.matches ?? [],
        link,
        group,
        rings,
        seconds: (io.now() - began) / 1000,
      });
      return 0;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const demoCommand: Command = {
  name: "demo",
  summary: "cli.demo.summary",
  usage: "<workspace> | --files FOLDER",
  most: 1,
  options: {
    files: text("cli.option.files", "FOLDER"),
    scale: text("cli.option.demoScale", "N", { form: "number" }),
    seed: whole("cli.option.seed"),
  },
  run: (args, io) => (typeof args.values["files"] === "string" ? writeOnly(args.values["files"], args, io) : build(args, io)),
};
