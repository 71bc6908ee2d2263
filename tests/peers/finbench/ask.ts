// A line of parameters, as the benchmark's files have them, put to the bank.
import type { Bank } from "./bank.ts";
import {
  type Answer,
  findBlockedMedia,
  findCycles,
  findWithdrawals,
  listTrails,
  measureInAndOut,
  measureShortestPath,
  sumToCompanies,
  type Window,
} from "./questions.ts";

interface Question {
  /** Columns of its parameter file; the last two may be missing. */
  readonly columns: readonly string[];
  readonly ask: (bank: Bank, cells: readonly string[], window: Window) => Answer[];
}

const tail = ["startTime", "endTime", "truncationLimit", "truncationOrder"];
const fen = (text: string) => Math.round(Number(text) * 100);

export const questions: Readonly<Record<string, Question>> = {
  "1": { columns: ["id", ...tail], ask: (bank, [id = ""], window) => findBlockedMedia(bank, id, window) },
  "3": { columns: ["id1", "id2", ...tail], ask: (bank, [a = "", b = ""], window) => measureShortestPath(bank, a, b, window) },
  "4": { columns: ["id1", "id2", ...tail], ask: (bank, [a = "", b = ""], window) => findCycles(bank, a, b, window) },
  "5": { columns: ["id", ...tail], ask: (bank, [id = ""], window) => listTrails(bank, id, window) },
  "6": {
    columns: ["id", "threshold1", "threshold2", ...tail],
    ask: (bank, [id = "", one = "0", two = "0"], window) => findWithdrawals(bank, id, [fen(one), fen(two)], window),
  },
  "7": {
    columns: ["id", "threshold", ...tail],
    ask: (bank, [id = "", threshold = "0"], window) => measureInAndOut(bank, id, fen(threshold), window),
  },
  "12": { columns: ["id", ...tail], ask: (bank, [id = ""], window) => sumToCompanies(bank, id, window) },
};

/** A line that names columns or cannot hold parameters is none. */
export const isParameterLine = (line: string): boolean => /^-?\d+\|/.test(line.trim());

export function readWindow(cells: readonly string[], columns: readonly string[]): Window {
  const cell = (name: string) => cells[columns.indexOf(name)];
  const [after, before] = [Number(cell("startTime")), Number(cell("endTime"))];
  if (!Number.isFinite(after) || !Number.isFinite(before)) throw new Error(`startTime and endTime in ms are missing: ${cells.join("|")}`);
  const limit = Number(cell("truncationLimit") ?? Number.POSITIVE_INFINITY);
  return { after, before, limit, isDescending: cell("truncationOrder") !== "TIMESTAMP_ASCENDING" };
}

export function askLine(bank: Bank, query: string, line: string): Answer[] {
  const question = questions[query];
  if (!question) throw new Error(`query ${query}: only ${Object.keys(questions).join(", ")}`);
  const cells = line.trim().split("|");
  return question.ask(bank, cells, readWindow(cells, question.columns));
}
