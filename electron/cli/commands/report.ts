// `report <ws> --series S --out F.docx`: a report with its citations. Over a DOCX that it wrote before it keeps the unit's own words. `verify <bundle>`.
import { existsSync, readFileSync } from "node:fs";
import { CaseweaveError } from "../../../shared/errors.ts";
import { reportFormats } from "../../../shared/review/exportCalls.ts";
import { type ReportKind, reportKinds } from "../../../shared/review/reportKinds.ts";
import { verifyBundle } from "../../engine/review/report/bundle.ts";
import { openWorkspaceFile } from "../../engine/store/sqlite/open.ts";
import { terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, UsageError } from "../command.ts";
import { flag, knownWord, oneOf, outFile, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { endingOf, saveFile } from "../saveFile.ts";
import { readKey, withEngine } from "../withEngine.ts";
import { fullnessOf } from "./export.ts";

const textOf = (value: CommandArgs["values"][string]): string | null => (typeof value === "string" ? value : null);

/** `--series S`, `--phone N`, or `--from REF`. */
function subjectOf({ values }: CommandArgs): { readonly subject: string; readonly kind: ReportKind } {
  const [series, phone, from] = [textOf(values["series"]), textOf(values["phone"]), textOf(values["from"])];
  if (series !== null) return { subject: `series:${series}`, kind: "merge" };
  if (phone !== null) return { subject: phone.includes(":") ? phone : `phone:${phone}`, kind: "calls" };
  if (from !== null) return { subject: from, kind: "money" };
  throw new UsageError("cli.usage.reportSubject");
}

/** The file that is written over, when it is a document; `--update` names another. */
function previousOf({ values }: CommandArgs, out: string): string | null {
  const update = textOf(values["update"]);
  const path = update ?? (endingOf(out) === "docx" && existsSync(out) ? out : null);
  if (path === null) return null;
  if (!existsSync(path)) throw new CaseweaveError("file-missing", { file: path });
  return readFileSync(path).toString("base64");
}

export const reportCommand: Command = {
  name: "report",
  summary: "cli.report.summary",
  usage:
    "<workspace> --series S | --phone N | --from REF [--kind merge|ring|money|calls] --out F.(docx|pdf|zip) [--update OLD.docx] [--full --reason T]",
  minimum: 1,
  most: 1,
  options: {
    out: outFile("cli.option.out"),
    series: text("cli.option.series", "ID"),
    phone: text("cli.option.phone", "NUMBER"),
    from: text("cli.option.from", "REF"),
    kind: oneOf("cli.option.reportKind", reportKinds),
    update: text("cli.option.update", "FILE"),
    full: flag("cli.option.full"),
    reason: text("cli.option.fullReason", "TEXT"),
  },
  run: async (args, io) => {
    const out = textOf(args.values["out"]);
    if (out === null) throw new UsageError("cli.usage.out", { known: reportFormats.join(", ") });
    const format = knownWord("--out", endingOf(out), reportFormats);
    const { subject, kind } = subjectOf(args);
    const named = textOf(args.values["kind"]);
    const { isMasked, reason } = fullnessOf(args);
    const asked = {
      kind: named === null ? kind : knownWord("--kind", named, reportKinds),
      subject,
      format,
      reason,
      previous: previousOf(args, out),
      language: terminalLanguage(),
    };
    return await withEngine(args, io, {}, async (call) => {
      printDocument(io, saveFile(out, await call("review.writeReport", asked, { isMasked })));
      return 0;
    });
  },
};

export const verifyCommand: Command = {
  name: "verify",
  summary: "cli.verify.summary",
  usage: "<bundle> [--workspace WORKSPACE]",
  minimum: 1,
  most: 1,
  options: { workspace: text("cli.option.workspace", "FILE") },
  run: async (args, io) => {
    const bundle = args.positionals[0]!;
    if (!existsSync(bundle)) throw new CaseweaveError("file-missing", { file: bundle });
    const path = textOf(args.values["workspace"]);
    if (path !== null && !existsSync(path)) throw new CaseweaveError("workspace-missing", { path });
    const db = path === null ? null : openWorkspaceFile(path, { readOnly: true, key: readKey(args) });
    try {
      const check = verifyBundle(readFileSync(bundle), db);
      printDocument(io, { bundle, ...check });
      return check.intact ? 0 : 1;
    } finally {
      db?.close();
    }
  },
};
