// `bundle export <ws> --series S --out F`, `bundle inspect F`, `bundle import <ws> F [--preview]`, `bundle list / remove / unit <ws>`: work with other units.
import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { FindingState } from "../../../shared/review/exchange/finding.ts";
import { answerDetails, type ExchangeSubject } from "../../../shared/review/exchange/format.ts";
import { passphraseStrength } from "../../../shared/review/exchange/passphrase.ts";
import { conflictChoices } from "../../../shared/review/exchange/preview.ts";
import { countAuditLinks, openBundle } from "../../engine/review/exchange/compareTask.ts";
import { isSealedWorkspace, openWorkspaceFile } from "../../engine/store/sqlite/open.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { anyWords, type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { readGivenFile } from "../givenFile.ts";
import { flag, oneOf, outFile, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { saveFile } from "../saveFile.ts";
import { type CallEngine, readKey, withEngine } from "../withEngine.ts";

const textOf = ({ values }: CommandArgs, option: string): string | null => {
  const value = values[option];
  return typeof value === "string" ? value : null;
};

/** First line of a file, or of standard input with `-`. */
const readSecret = (path: string): string => readGivenFile(path).replace(/\r?\n$/, "");

interface Secrets {
  /** The bundle's. */
  readonly password: string | null;
  /** As the engine is opened: without `--key-file` where that one is the bundle's. */
  readonly args: CommandArgs;
}

/**
 * `--passphrase-file` is the bundle's, `--key-file` the workspace's. A workspace that is not encrypted needs none, so there `--key-file` is the bundle's too; the
 * passphrase of a workspace is never given to a bundle, because the other unit is told that one.
 */
function secretsOf(args: CommandArgs, workspace: string | null): Secrets {
  const own = textOf(args, "passphrase-file");
  const key = textOf(args, "key-file");
  const isSealed = workspace !== null && existsSync(workspace) && isSealedWorkspace(workspace);
  if (own !== null) return { password: readSecret(own), args };
  if (key === null || isSealed) return { password: null, args };
  const { "key-file": _, ...values } = args.values;
  return { password: readSecret(key), args: { ...args, values } };
}

function subjectOf(args: CommandArgs): { readonly subject: Exclude<ExchangeSubject, "request">; readonly of: string } {
  for (const subject of ["series", "ring", "chart"] as const) {
    const of = textOf(args, subject);
    if (of !== null) return { subject, of };
  }
  if (args.values["watches"] === true) return { subject: "watches", of: "" };
  throw new UsageError("cli.usage.bundleSubject");
}

/** What the file that leaves is worth: open, or under a passphrase that is soon tried out. */
function sayOpen(io: CommandIo, password: string | null): void {
  const strength = passphraseStrength(password ?? "");
  const say = createSentences(terminalLanguage());
  if (strength === "none") io.say(say("cli.bundle.open"));
  if (strength === "weak") io.say(say("cli.bundle.weak"));
}

type Run = (args: CommandArgs, io: CommandIo) => Promise<number>;
type Ask = (call: CallEngine, args: CommandArgs, password: string | null, io: CommandIo) => Promise<unknown>;

/** Opens the workspace and prints what the call answers. */
const onWorkspace =
  (ask: Ask, create = false): Run =>
  async (args, io) => {
    const secrets = secretsOf(args, args.positionals[0] ?? null);
    return await withEngine(secrets.args, io, { create }, async (call) => {
      printDocument(io, await ask(call, args, secrets.password, io));
      return 0;
    });
  };

/** What leaves is encrypted with a passphrase of its own, or knowingly not at all. */
function secretsToSend(args: CommandArgs): Secrets {
  const path = args.positionals[0];
  if (
    textOf(args, "key-file") !== null &&
    textOf(args, "passphrase-file") === null &&
    path !== undefined &&
    existsSync(path) &&
    isSealedWorkspace(path)
  )
    throw new UsageError("cli.usage.bundlePassphrase");
  return secretsOf(args, path ?? null);
}

const exportRun: Run = async (args, io) => {
  const out = textOf(args, "out");
  if (out === null) throw new UsageError("cli.usage.out", { known: "cwx" });
  const { subject, of } = subjectOf(args);
  const isMasked = args.values["mask"] === true;
  const secrets = secretsToSend(args);
  sayOpen(io, secrets.password);
  return await withEngine(secrets.args, io, {}, async (call) => {
    await nameUnit(call, args, io);
    printDocument(io, saveFile(out, await call("review.exportBundle", { subject, of, password: secrets.password }, { isMasked })));
    return 0;
  });
};

/** `--unit` names this unit, once for all; where nobody has, what the other unit will read is said. */
async function nameUnit(call: CallEngine, args: CommandArgs, io: CommandIo): Promise<void> {
  const unit = textOf(args, "unit");
  if (unit !== null) await call("review.nameUnit", { unit });
  const known = await call("review.readUnit", {});
  if (!known.isNamed) io.say(createSentences(terminalLanguage())("cli.bundle.unnamed", { unit: known.unit }));
}

/** A file that is there, by its full path. */
function fileOf(given: string | undefined): string {
  if (given === undefined) throw new UsageError("cli.usage.bundleFile");
  if (!existsSync(given)) throw new CaseweaveError("file-missing", { file: given });
  return resolve(given);
}

/** With `--workspace` also whether the links of the audit stand there: exit code 1 when one does not. */
const inspectRun: Run = async (args, io) => {
  const path = textOf(args, "workspace");
  if (path !== null && !existsSync(path)) throw new CaseweaveError("workspace-missing", { path });
  const { password, args: opened } = secretsOf(args, path);
  const { head, content } = openBundle(fileOf(args.positionals[0]), password);
  if (path === null) {
    printDocument(io, head);
    return 0;
  }
  const db = openWorkspaceFile(path, { readOnly: true, key: readKey(opened) });
  try {
    const auditLinksFound = countAuditLinks(db, content);
    printDocument(io, { ...head, auditLinksFound });
    return auditLinksFound === content.audit.length ? 0 : 1;
  } finally {
    db.close();
  }
};

const mergeRun = onWorkspace(async (call, args, password, io) => {
  const path = fileOf(args.positionals[1]);
  await nameUnit(call, args, io);
  return await call("review.importBundle", { path, password, standard: textOf(args, "conflicts") });
}, true);

const previewRun = onWorkspace(async (call, args, password) => {
  const path = fileOf(args.positionals[1]);
  return await call("review.previewBundle", { path, password, standard: textOf(args, "conflicts") });
}, true);

/** Looking leaves nothing behind, not even an empty workspace. */
const importRun: Run = async (args, io) => {
  if (args.values["preview"] !== true) return await mergeRun(args, io);
  const workspace = args.positionals[0] ?? "";
  const isNew = !existsSync(workspace);
  try {
    return await previewRun(args, io);
  } finally {
    if (isNew) for (const part of ["", "-wal", "-shm", "-lock"]) rmSync(`${workspace}${part}`, { force: true });
  }
};

const listRun = onWorkspace(async (call) => ({ bundles: await call("review.listBundles", {}) }));

/** Identifiers as arguments, or one a line with `--from`. */
function textsOf(args: CommandArgs): string[] {
  const from = textOf(args, "from");
  const texts = from === null ? args.positionals.slice(1) : readGivenFile(from).split(/\r?\n/);
  if (texts.every((text) => text.trim() === "")) throw new UsageError("cli.usage.bundleIdentifiers");
  return texts;
}

const requestRun: Run = async (args, io) => {
  const out = textOf(args, "out");
  if (out === null) throw new UsageError("cli.usage.out", { known: "cwx" });
  const texts = textsOf(args);
  const { password, args: opened } = secretsToSend(args);
  sayOpen(io, password);
  return await withEngine(opened, io, {}, async (call) => {
    await nameUnit(call, args, io);
    const asked = { texts, isHashed: args.values["hashed"] === true, note: textOf(args, "note") ?? "", password };
    printDocument(io, saveFile(out, await call("review.writeRequest", asked)));
    return 0;
  });
};

/** Without `--out` only what we know of it, for ourselves. */
const answerRun: Run = async (args, io) => {
  const path = fileOf(args.positionals[1]);
  const out = textOf(args, "out");
  const { password, args: opened } = secretsOf(args, args.positionals[0] ?? null);
  return await withEngine(opened, io, {}, async (call) => {
    await nameUnit(call, args, io);
    if (out === null) printDocument(io, await call("review.readRequest", { path, password }));
    else {
      const asked = { path, password, detail: textOf(args, "detail") ?? "counts", note: textOf(args, "note") ?? "" };
      printDocument(io, saveFile(out, await call("review.answerRequest", asked, { isMasked: args.values["mask"] === true })));
    }
    return 0;
  });
};

const removeRun = onWorkspace(async (call, args) => {
  const number = args.positionals[1] ?? "";
  if (!/^\d+$/.test(number)) throw new UsageError("cli.usage.bundleNumber");
  return await call("review.removeBundle", { bundle: Number(number), reason: textOf(args, "reason") ?? "" });
});

/** `X-4`, as `bundle findings` prints it. */
function findingOf(args: CommandArgs): string {
  const finding = (args.positionals[1] ?? "").toUpperCase();
  if (!/^X-\d+$/.test(finding)) throw new UsageError("cli.usage.finding");
  return finding;
}

const findingsRun: Run = async (args, io) =>
  await withEngine(args, io, {}, async (call) => {
    for (const line of await call("review.listFindings", {})) io.write(`${JSON.stringify(line)}\n`);
    return 0;
  });

const showRun = onWorkspace((call, args) => call("review.readFinding", { finding: findingOf(args) }));

const judgeRun = (state: FindingState): Run =>
  onWorkspace((call, args) => {
    const withBorderline = args.values["borderline"] === true;
    return call("review.judgeFinding", { finding: findingOf(args), state, reason: textOf(args, "reason") ?? "", withBorderline });
  });

const unitRun = onWorkspace(async (call, args) => {
  const unit = args.positionals.slice(1).join(" ");
  return unit === "" ? await call("review.readUnit", {}) : await call("review.nameUnit", { unit });
});

const verbs: Readonly<Record<string, Run>> = {
  export: exportRun,
  inspect: inspectRun,
  import: importRun,
  request: requestRun,
  answer: answerRun,
  list: listRun,
  findings: findingsRun,
  show: showRun,
  adopt: judgeRun("adopted"),
  apart: judgeRun("apart"),
  reopen: judgeRun("open"),
  remove: removeRun,
  unit: unitRun,
};

export const bundleCommand: Command = {
  name: "bundle",
  summary: "cli.bundle.summary",
  usage:
    "export <workspace> --series S | --ring R | --chart C | --watches --out F.cwx [--mask] [--passphrase-file F] [--unit NAME]\n       caseweave bundle inspect F.cwx [--workspace WORKSPACE] | import <workspace> F.cwx [--preview] [--conflicts WORD]\n       caseweave bundle request <workspace> ID… | --from FILE  --out F.cwx [--hashed] [--note TEXT] | answer <workspace> F.cwx [--detail WORD] [--out F.cwx] [--mask]\n       caseweave bundle findings <workspace> | show <workspace> X-1 | adopt | apart | reopen <workspace> X-1 --reason TEXT [--borderline]\n       caseweave bundle list <workspace> | remove <workspace> N --reason TEXT | unit <workspace> [NAME]",
  minimum: 2,
  most: {
    export: 2,
    inspect: 2,
    import: 3,
    request: anyWords,
    answer: 3,
    list: 2,
    findings: 2,
    show: 3,
    adopt: 3,
    apart: 3,
    reopen: 3,
    remove: 3,
    unit: anyWords,
  },
  verbs: { at: 0, words: Object.keys(verbs) },
  options: {
    out: outFile("cli.option.out"),
    series: text("cli.option.series", "ID"),
    ring: text("cli.option.bundleRing", "ID"),
    chart: text("cli.option.bundleChart", "ID"),
    watches: flag("cli.option.bundleWatches"),
    mask: flag("cli.option.bundleMask"),
    "passphrase-file": text("cli.option.bundlePassphrase", "FILE"),
    unit: text("cli.option.bundleUnit", "NAME"),
    preview: flag("cli.option.bundlePreview"),
    conflicts: oneOf("cli.option.bundleConflicts", conflictChoices),
    workspace: text("cli.option.workspace", "FILE"),
    hashed: flag("cli.option.bundleHashed"),
    from: text("cli.option.bundleFrom", "FILE"),
    detail: oneOf("cli.option.bundleDetail", answerDetails),
    note: text("cli.option.bundleNote", "TEXT"),
    borderline: flag("cli.option.bundleBorderline"),
    reason: text("cli.option.reason", "TEXT"),
  },
  run: (args, io) => {
    const [verb = "", ...positionals] = args.positionals;
    return verbs[verb]!({ ...args, positionals }, io);
  },
};
