// `brief <ws> --day D | --week D | --month M | --from D --to D`: the briefing of a period as one document; `--issue T --drafted NAME …` write its head; `--out F` writes it as DOCX, PDF, slides or bundle.
import { existsSync, readFileSync } from "node:fs";
import { CaseweaveError } from "../../../shared/errors.ts";
import { type HeadChange, headFields } from "../../../shared/review/brief/briefHead.ts";
import { briefFormats } from "../../../shared/review/briefCalls.ts";
import { dayText, monthOf, type Period, parseDay, weekOf } from "../../../shared/review/statistics/period.ts";
import type { Language } from "../../../shared/words.ts";
import { terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, UsageError } from "../command.ts";
import { flag, knownWord, outFile, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { endingOf, saveFile } from "../saveFile.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";
import { fullnessOf } from "./export.ts";
import { dayOf } from "./statistics.ts";

const dayForm = "YYYY-MM-DD";

function monthDay(value: string): number {
  const day = parseDay(`${value}-01`);
  if (day === null) throw new UsageError("cli.usage.month", { option: "--month", typed: value });
  return day;
}

const whole = (option: string, value: CommandArgs["values"][string]): number => parseDay(dayOf(option, value)!)!;

/** What each way to name a period needs, and the period. */
const ways: readonly { readonly needs: readonly string[]; readonly period: (values: CommandArgs["values"]) => Period }[] = [
  { needs: ["day"], period: ({ day }) => ({ from: whole("day", day), to: whole("day", day) }) },
  { needs: ["week"], period: ({ week }) => weekOf(whole("week", week)) },
  { needs: ["month"], period: ({ month }) => monthOf(monthDay(String(month))) },
  { needs: ["from", "to"], period: ({ from, to }) => ({ from: whole("from", from), to: whole("to", to) }) },
];

function periodOf({ values }: CommandArgs): { readonly from: string; readonly to: string } {
  const given = ways.flatMap(({ needs }) => needs).filter((name) => typeof values[name] === "string");
  const way = ways.find(({ needs }) => needs.length === given.length && needs.every((name) => given.includes(name)));
  if (way === undefined) throw new UsageError("cli.usage.period");
  const { from, to } = way.period(values);
  return { from: dayText(from), to: dayText(to) };
}

type Asked = ReturnType<typeof periodOf> & { readonly language: Language };

function fileOf(value: CommandArgs["values"][string]): string | null {
  if (typeof value !== "string") return null;
  if (!existsSync(value)) throw new CaseweaveError("file-missing", { file: value });
  return readFileSync(value).toString("base64");
}

/** What was written of the head: `auto` takes a field back to what is proposed, an empty text leaves it out. */
function headOf({ values }: CommandArgs): HeadChange | null {
  const given = headFields.flatMap((field) => {
    const value = values[field];
    if (typeof value !== "string") return [];
    const isDay = field === "issued" && value !== "" && value !== "auto";
    return [[field, value === "auto" ? null : isDay ? dayOf(field, value)! : value] as const];
  });
  return given.length === 0 ? null : Object.fromEntries(given);
}

/** The unit is named for all that it sends, the rest for this briefing. */
async function writeHead(call: CallEngine, { values }: CommandArgs, head: HeadChange | null, asked: Asked): Promise<void> {
  if (typeof values["unit"] === "string") await call("review.nameUnit", { unit: values["unit"] });
  if (head === null) return;
  const { id } = await call("brief.open", asked);
  await call("review.changeReport", { id, change: { change: "head", head } });
}

export const briefCommand: Command = {
  name: "brief",
  summary: "cli.brief.summary",
  usage: `<workspace> --day D | --week D | --month M | --from D --to D [--mask] [--out F.(${briefFormats.join("|")}) [--template F.docx] [--update OLD.docx] [--full --reason T]]\n       … [--unit NAME] [--issue TEXT] [--issued DAY] [--drafted NAME] [--approved NAME] [--notice TEXT]`,
  minimum: 1,
  most: 1,
  options: {
    day: text("cli.option.briefDay", dayForm),
    week: text("cli.option.briefWeek", dayForm),
    month: text("cli.option.briefMonth", "YYYY-MM"),
    from: text("cli.option.fromDay", dayForm),
    to: text("cli.option.toDay", dayForm),
    unit: text("cli.option.bundleUnit", "NAME"),
    issue: text("cli.option.briefIssue", "TEXT", { mayBeEmpty: true }),
    issued: text("cli.option.briefIssued", dayForm, { mayBeEmpty: true }),
    drafted: text("cli.option.briefDrafted", "NAME", { mayBeEmpty: true }),
    approved: text("cli.option.briefApproved", "NAME", { mayBeEmpty: true }),
    notice: text("cli.option.briefNotice", "TEXT", { mayBeEmpty: true }),
    mask: flag("cli.option.mask"),
    out: outFile("cli.option.out"),
    template: text("cli.option.template", "FILE"),
    update: text("cli.option.update", "FILE"),
    full: flag("cli.option.full"),
    reason: text("cli.option.fullReason", "TEXT"),
  },
  run: async (args, io) => {
    const { out, mask, template, update } = args.values;
    const asked = { ...periodOf(args), language: terminalLanguage() };
    const head = headOf(args);
    if (typeof out !== "string")
      return await withEngine(args, io, {}, async (call) => {
        await writeHead(call, args, head, asked);
        printDocument(io, await call("brief.read", asked, { isMasked: mask === true }));
        return 0;
      });
    const format = knownWord("--out", endingOf(out), briefFormats);
    const { isMasked, reason } = fullnessOf(args);
    const more = { format, reason, template: fileOf(template), previous: fileOf(update) };
    return await withEngine(args, io, {}, async (call) => {
      await writeHead(call, args, head, asked);
      printDocument(io, saveFile(out, await call("brief.export", { ...asked, ...more }, { isMasked: isMasked || mask === true })));
      return 0;
    });
  },
};
