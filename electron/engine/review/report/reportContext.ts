// What every report is written with: the store, the masker of the session, the words, the citer.

import { bitsText, strengthKeys, strengthOf, strengthSteps, weightOf } from "../../../../shared/link/strength.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { JobContext } from "../../handler.ts";
import { accountRefs } from "../../store/sqlite/tables/purse.ts";
import type { Citer } from "./citer.ts";

export interface ReportContext {
  readonly job: JobContext;
  readonly say: Say;
  readonly citer: Citer;
  /** Words that stood in the file that is written anew, by their id. */
  readonly edits: Readonly<Record<string, string>>;
}

/** A title, a heading, blocks: the outline of a report. */
export interface ReportParts {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** An entity as the document may name it: number and holder, or the label; an account by the number that every page gives it. */
export function nameOf({ job: { db, show } }: ReportContext, ref: string, label: string): string {
  const { kind, key } = parseEntityRef(accountRefs(db, ref)[0]!);
  const shown = show.label(kind, key);
  const name = show.label(kind, label);
  return label === "" || label === parseEntityRef(ref).key ? shown : /^\d{6,}$/.test(key) ? `${shown}（${name}）` : name;
}

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: "heading", level, text });

export const paragraph = (...sentences: readonly Sentence[]): Block => ({ kind: "paragraph", sentences });

/** Words of the unit, kept when the figures are made anew. */
export const editable = ({ say, edits }: ReportContext, id: string, prompt: string): Block => ({
  kind: "editable",
  id,
  prompt: say(prompt),
  text: edits[id] ?? "",
});

/** Strength in words with its bits: 强（+8.2 比特）. */
export const strengthText = (bits: number, say: Say): string =>
  say("report.strength.line", { word: say(strengthKeys[strengthOf(bits)]), bits: bitsText(bits) });

/** Of one piece of evidence, for or against. */
export const weightText = (bits: number, say: Say): string =>
  say("report.strength.line", { word: say(strengthKeys[weightOf(bits)]), bits: bitsText(bits) });

/** The scale that the words follow. */
export const scaleTable = (say: Say): Block => ({
  kind: "table",
  table: {
    columns: [
      { heading: say("report.scale.word"), width: 5, align: "centre" },
      { heading: say("report.scale.bits"), width: 6, align: "centre" },
      { heading: say("report.scale.ratio"), width: 18 },
    ],
    rows: [
      ...strengthSteps.map(({ bits, ratio, strength }) => [
        say(strengthKeys[strength]),
        `≥ ${bits.toFixed(1)}`,
        say("report.scale.meaning", { ratio }),
      ]),
      [say("report.strength.none"), "−1.0 … +1.0", say("report.scale.none")],
      [say("report.strength.against"), "≤ −1.0", say("report.scale.against")],
    ],
  },
});
