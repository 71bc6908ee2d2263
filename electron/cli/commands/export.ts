// `export <ws> SUBJECT --out F`: a chart as a file, the format by its ending. Masked unless full values are asked for with a reason.
import { type PaperName, paperNames } from "../../../shared/chart/paper.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { chartFormats } from "../../../shared/review/exportCalls.ts";
import { terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, UsageError } from "../command.ts";
import { flag, knownWord, outFile, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { endingOf, saveFile } from "../saveFile.ts";
import { withEngine } from "../withEngine.ts";

const textOf = (value: CommandArgs["values"][string]): string | null => (typeof value === "string" ? value : null);

function paperOf(option: string, value: CommandArgs["values"][string]): PaperName | undefined {
  return typeof value === "string" ? knownWord(`--${option}`, value.toUpperCase(), paperNames) : undefined;
}

/** `series:S-1`, `pair:A|B`, `kind:key`, `chart:C-1`, or the options of the same names. */
function sourceOf({ values, positionals }: CommandArgs): { readonly subject?: string; readonly chart?: string } {
  const series = textOf(values["series"]);
  const named = positionals[1] ?? (series === null ? undefined : `series:${series}`);
  if (named === undefined) throw new UsageError("cli.usage.subject");
  return named.startsWith("chart:") ? { chart: named.slice("chart:".length) } : { subject: named };
}

/** Full values leave with a reason, which the audit keeps. */
export function fullnessOf({ values }: CommandArgs): { readonly isMasked: boolean; readonly reason: string } {
  const reason = (textOf(values["reason"]) ?? "").trim();
  if (values["full"] === true && reason.length < 2) throw new CaseweaveError("reason-missing");
  return { isMasked: values["full"] !== true, reason };
}

export const exportCommand: Command = {
  name: "export",
  summary: "cli.export.summary",
  usage: `<workspace> series:ID | pair:A|B | kind:key | chart:ID --out F.(${chartFormats.join("|")}) [--paper A0 [--sheet A4]] [--scale 2] [--full --reason T]`,
  minimum: 1,
  most: 2,
  options: {
    out: outFile("cli.option.out"),
    series: text("cli.option.series", "ID"),
    title: text("cli.option.title", "TEXT"),
    paper: text("cli.option.paper", "A0 … A4"),
    sheet: text("cli.option.sheet", "A0 … A4"),
    scale: text("cli.option.pictureScale", "N", { form: "number" }),
    full: flag("cli.option.full"),
    reason: text("cli.option.fullReason", "TEXT"),
  },
  run: async (args, io) => {
    const { values } = args;
    const out = textOf(values["out"]);
    if (out === null) throw new UsageError("cli.usage.out", { known: chartFormats.join(", ") });
    const format = knownWord("--out", endingOf(out), chartFormats);
    const scale = textOf(values["scale"]);
    const { isMasked, reason } = fullnessOf(args);
    const asked = {
      ...sourceOf(args),
      format,
      reason,
      language: terminalLanguage(),
      title: textOf(values["title"]) ?? "",
      paper: paperOf("paper", values["paper"]),
      sheet: paperOf("sheet", values["sheet"]),
      ...(scale === null ? {} : { scale: Number(scale) }),
    };
    return await withEngine(args, io, {}, async (call) => {
      printDocument(io, saveFile(out, await call("review.exportChart", asked, { isMasked })));
      return 0;
    });
  },
};
