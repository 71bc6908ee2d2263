// `neo4j check | push | pull | open | close <ws>`: a graph on a Neo4j server. Password on standard input or in NEO4J_PASSWORD_FILE, never an argument.
import { resolve } from "node:path";
import { graphMappingSchema } from "../../../shared/workspace/graphMapping.ts";
import { type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { text } from "../option.ts";
import { printDocument } from "../print.ts";
import { readMappingFile } from "../readMappingFile.ts";
import { readPassword } from "../readPassword.ts";
import { withAddresses } from "../withAddresses.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

const textOf = (args: CommandArgs, name: string): string | null => {
  const value = args.values[name];
  return typeof value === "string" ? value : null;
};

interface Address {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string | null;
  readonly certificate: string | null;
}

type Work = (call: CallEngine, address: Address, args: CommandArgs, io: CommandIo) => Promise<unknown>;

/** The file as a mapping; what is wrong in it is said field by field. */
function readMapping(args: CommandArgs) {
  const path = textOf(args, "mapping");
  return path === null ? null : readMappingFile(path, graphMappingSchema);
}

/** Differences are told where this workspace's graph is there. */
async function check(call: CallEngine, address: Address): Promise<unknown> {
  const server = await call("workspace.testServer", address);
  return { ...server, differences: server.own.isThere ? await call("workspace.compareGraph", address) : null };
}

async function open(call: CallEngine, address: Address, args: CommandArgs): Promise<unknown> {
  const mapping = readMapping(args) ?? (await call("workspace.testServer", address)).mapping;
  return await call("workspace.connectGraph", { address, mapping });
}

const verbs: Readonly<Record<string, Work>> = {
  check,
  push: (call, address) => call("workspace.pushGraph", address),
  pull: async (call, address, args, io) =>
    await withAddresses(
      call,
      io,
      await call("workspace.pullGraph", { ...address, graph: textOf(args, "name"), mapping: readMapping(args) }),
    ),
  open,
};

const writing = new Set(["pull", "open"]);

async function addressOf(args: CommandArgs, io: CommandIo): Promise<Address> {
  const uri = textOf(args, "uri");
  if (uri === null) throw new UsageError("cli.usage.uri");
  const certificate = textOf(args, "certificate");
  return {
    uri,
    user: textOf(args, "user") ?? "neo4j",
    password: await readPassword(io),
    database: textOf(args, "database"),
    certificate: certificate === null ? null : resolve(certificate),
  };
}

export const neo4jCommand: Command = {
  name: "neo4j",
  summary: "cli.neo4j.summary",
  usage:
    "check|push|pull|open <workspace> --uri bolt://… [--user NAME] [--database NAME] [--mapping M.json] [--name GRAPH] [--certificate FILE.pem]",
  minimum: 2,
  most: 2,
  verbs: { at: 0, words: Object.keys(verbs) },
  options: {
    uri: text("cli.option.uri", "bolt://…"),
    user: text("cli.option.serverUser", "NAME"),
    database: text("cli.option.database", "NAME"),
    mapping: text("cli.option.graphMapping", "FILE"),
    name: text("cli.option.graphName", "GRAPH"),
    certificate: text("cli.option.certificate", "FILE.pem"),
  },
  run: async (args, io) => {
    const [verb = "", ...positionals] = args.positionals;
    const work = verbs[verb]!;
    const address = await addressOf(args, io);
    // `--user` is who asks the server; who works here is the user of this machine.
    const { user: _user, ...values } = args.values;
    return await withEngine({ values, positionals }, io, { create: writing.has(verb) }, async (call) => {
      printDocument(io, await work(call, address, args, io));
      return 0;
    });
  },
};
