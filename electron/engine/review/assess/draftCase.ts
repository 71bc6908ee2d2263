// What a note says of itself as a case: category, when, loss, victim. A proposal that a person may change before it is stored.
import fraudCategories from "../../../../resources/tables/fraudCategories.json" with { type: "json" };
import { decimalOf } from "../../../../shared/model/money.ts";
import { defaultUtcOffset } from "../../../../shared/model/time.ts";
import type { CaseDraft } from "../../../../shared/review/assess/caseDraft.ts";
import type { Clue } from "./clue.ts";

/** Every wording of the table with the category's own name, the longest first: 兼职刷单 before 刷单. */
const wordings = Object.values(fraudCategories.entries)
  .flatMap(({ zh, aliases }) => [zh, ...aliases].map((wording) => [wording, zh] as const))
  .filter(([wording]) => wording.length > 1)
  .sort(([a], [b]) => b.length - a.length);

const typeOf = (text: string): string => wordings.find(([wording]) => text.includes(wording))?.[1] ?? "";

/** Local time as a sheet has it. */
const cellTime = (at: number): string => new Date(at + defaultUtcOffset * 60_000).toISOString().slice(0, 16).replace("T", " ");

/** Within the times that the note tells of, none of them later than now; the day on which it was taken is not one. */
function spanOf({ told: { moments } }: Pick<Clue, "told">, now: number): Pick<CaseDraft, "from" | "to"> {
  const told = moments.filter(({ isNote, from }) => !isNote && from <= now);
  if (told.length === 0) return { from: "", to: "" };
  const from = Math.min(...told.map((moment) => moment.from));
  const until = Math.min(now, Math.max(...told.map((moment) => moment.until)));
  return { from: cellTime(from), to: cellTime(Math.max(from, until)) };
}

const gone = /(?:损失|被骗|骗走|骗了|共计|合计|总共|一共|转了|转账|转出|转走|汇了|付了|充了|充值)[^,，。;；]{0,8}$/u;

/** The largest sum that the note says is gone; the largest of all where it does not say so. */
function lossOf({ text, told: { amounts } }: Pick<Clue, "text" | "told">): string {
  const yuan = amounts.filter(({ currency }) => currency === "CNY");
  const lost = yuan.filter(({ start }) => gone.test(text.slice(0, start)));
  const most = Math.max(0, ...(lost.length > 0 ? lost : yuan).map(({ fen }) => fen));
  return most === 0 ? "" : decimalOf(most);
}

export const draftCase = (clue: Pick<Clue, "text" | "told">, now: number): CaseDraft => ({
  type: typeOf(clue.text),
  ...spanOf(clue, now),
  loss: lossOf(clue),
});

const reporter = /(?:报警人|报案人|受害人|被害人|事主)[:：为是叫]?\s*$/u;

/** Who reports, where the note says so before the name. Never shown as a proposal: it is read again from the text that is stored. */
export const victimOf = ({ text, items }: Pick<Clue, "text" | "items">): string =>
  items.find(({ kind, start }) => kind === "person-name" && reporter.test(text.slice(0, start)))?.text ?? "";
