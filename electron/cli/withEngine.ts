// Opens the workspace's engine for one command: calls with progress on standard error, Ctrl+C cancels, closes in order.
import { existsSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { CaseweaveError } from "../../shared/errors.ts";
import type { JobProgress } from "../../shared/rpc/channel.ts";
import type { CallName, Params, Result } from "../../shared/rpc/contract.ts";
import { phaseKeys } from "../../shared/rpc/jobPhases.ts";
import { createEngine } from "../engine/engine.ts";
import { createSentences, terminalLanguage } from "../words.ts";
import { type CommandArgs, type CommandIo, UsageError } from "./command.ts";
import { readGivenFile } from "./givenFile.ts";
import { knownWord } from "./option.ts";
import { readPassword } from "./readPassword.ts";

/** A call as the command line makes it; parameters as before zod fills in defaults. */
export type CallEngine = <Name extends CallName>(
  name: Name,
  params: Partial<Params<Name>> | object,
  /** Masked answers, as a window asks for them. */
  options?: { readonly isMasked: boolean },
) => Promise<Result<Name>>;

interface Options {
  /** Commands that only read do not make a workspace. */
  readonly create?: boolean;
  /** Graph questions, which `--graph neo4j` (or CASEWEAVE_GRAPH=neo4j) sends to the server that the workspace was connected to last. */
  readonly graph?: boolean;
}

export async function withEngine<T>(
  args: CommandArgs,
  io: CommandIo,
  options: Options,
  work: (call: CallEngine, path: string) => Promise<T>,
): Promise<T> {
  const path = args.positionals[0];
  if (path === undefined) throw new UsageError("cli.usage.workspace");
  if (!options.create && !existsSync(path)) throw new CaseweaveError("workspace-missing", { path });
  const isNew = !existsSync(path);
  let isFailed = false;
  const user = typeof args.values["user"] === "string" ? { user: args.values["user"] } : {};
  const engine = await openInTurn({ workspacePath: path, key: readKey(args), ...user });
  const cancel = new AbortController();
  const stop = stopper(cancel, io);
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const report = args.values["json"] && !process.stderr.isTTY ? () => {} : reporter(io);
  try {
    const call: CallEngine = async (name, params, { isMasked } = { isMasked: false }) =>
      (await engine.dispatch(name, params, { signal: cancel.signal, report, isMasked })) as Result<typeof name>;
    if (options.graph && asksServer(args)) await call("workspace.connectGraph", { password: await readPassword(io) });
    return await work(call, path);
  } catch (error) {
    isFailed = !isLate(error);
    throw error;
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    await engine.close();
    if (isFailed && isNew) removeWorkspace(path);
  }
}

const hurryMilliseconds = 1000;

/** npm hands on the Ctrl+C that the terminal sent too: only a later one ends what is still closing. */
function stopper(cancel: AbortController, io: CommandIo): () => void {
  let first: number | null = null;
  return () => {
    first ??= io.now();
    cancel.abort();
    if (io.now() - first > hurryMilliseconds) process.exit(130);
  };
}

function asksServer({ values }: CommandArgs): boolean {
  const asked = values["graph"] ?? process.env["CASEWEAVE_GRAPH"] ?? "workspace";
  return knownWord("--graph", String(asked), ["workspace", "neo4j"]) === "neo4j";
}

/** Ended after something was stored: that stands. */
const isLate = (error: unknown): boolean =>
  error instanceof CaseweaveError && (error.code === "cancelled-late" || error.code === "stopped-late");

/** A workspace that was made for a command that failed holds nothing: it goes again. */
function removeWorkspace(path: string): void {
  for (const part of ["", "-wal", "-shm", "-lock"]) rmSync(`${path}${part}`, { force: true });
}

/** Commands on one workspace take turns: who finds it held waits a moment, then is told by whom. */
const longestWait = 5_000;
const askAgain = 50;

async function openInTurn(options: Parameters<typeof createEngine>[0]): ReturnType<typeof createEngine> {
  for (let waited = 0; ; waited += askAgain) {
    try {
      return await createEngine(options);
    } catch (error) {
      if (!(error instanceof CaseweaveError) || error.code !== "workspace-held" || waited >= longestWait) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, askAgain));
  }
}

/** Passphrase from a file, or from standard input with `-`: never an argument. */
export function readKey(args: CommandArgs): string | null {
  const file = args.values["key-file"];
  if (typeof file !== "string") return null;
  return readGivenFile(file).replace(/\r?\n$/, "");
}

const reportGap = 1000;

function reporter(io: CommandIo): (progress: JobProgress) => void {
  const sentence = createSentences(terminalLanguage());
  let last = 0;
  return ({ phase, done, total, perSecond, subject }) => {
    const now = io.now();
    if (now - last < reportGap) return;
    last = now;
    const key = phaseKeys[phase];
    const what = [key ? sentence(key) : phase, basename(subject)].filter(Boolean).join(" ");
    io.say(`${what} ${done}${total === null ? "" : ` / ${total}`}${perSecond === null ? "" : ` (${Math.round(perSecond)}/s)`}`);
  };
}
