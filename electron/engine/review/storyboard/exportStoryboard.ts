// A storyboard as slides: its facts are read anew, masked as the session is, each scene told with the rows behind it, and written in a child.
import type { z } from "zod";
import type { ChartElements } from "../../../../shared/chart/elements.ts";
import { openMask } from "../../../../shared/chart/labels.ts";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import { isoDate } from "../../../../shared/model/time.ts";
import type { ExportedFile } from "../../../../shared/review/exportCalls.ts";
import { maskLabel } from "../../../../shared/review/mask.ts";
import { maskResult } from "../../../../shared/review/maskResult.ts";
import { citationWithFile } from "../../../../shared/review/paper/citation.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import { type DeckWords, slidesOf } from "../../../../shared/review/stage/deck.ts";
import { moneyText, type SceneWords } from "../../../../shared/review/stage/sceneLabels.ts";
import type { Scene, Storyboard } from "../../../../shared/review/storyboard.ts";
import type { storyboardCalls } from "../../../../shared/review/storyboardCalls.ts";
import { createSentences } from "../../../words.ts";
import { readEntityFacts } from "../../chart/readEntityFacts.ts";
import type { JobContext } from "../../handler.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import type { DeckTaskInput } from "./deckTask.ts";
import { openBoard } from "./openBoard.ts";

type Question = z.infer<(typeof storyboardCalls)["review.exportStoryboard"]["params"]>;

const mostCited = 24;

/** Rows of what a scene is about: what it highlights, else its clues, else everything but the cases. */
function rowsOf(scene: Scene, known: ReadonlySet<string>, job: JobContext): Citation[] {
  const shown = scene.document.nodes.map(({ ref }) => ref).filter((ref) => known.has(ref));
  const meant = [scene.highlights, scene.clues, shown.filter((ref) => !ref.startsWith("case:")), shown];
  const refs = meant.map((some) => some.filter((ref) => known.has(ref))).find((some) => some.length > 0) ?? [];
  const here = new Set(shown);
  const rows = refs.slice(0, mostCited).flatMap((ref) => {
    const { attributes, links } = readEntityFacts(job.db, ref, 0);
    const joined = links.filter(({ other }) => here.has(other)).flatMap(({ sources }) => sources.slice(0, 1));
    return joined.length > 0 ? joined : attributes.flatMap(({ sources }) => sources.slice(0, 1)).slice(0, 1);
  });
  return rows.map(({ source, sheet, ...row }) => ({
    ...row,
    source: job.show.fileName(source),
    sheet: sheet === null ? null : job.show.fileName(sheet),
  }));
}

/** The words of slides, as both the stage and the files say them. */
export function sceneWordsOf(say: Say, isChinese: boolean, isMasked: boolean): SceneWords {
  return {
    day: (month, day) => say("review.stage.day", { month, day }),
    tenThousand: isChinese ? say("chart.label.tenThousand") : "",
    mask: isMasked ? maskLabel : openMask,
  };
}

function deckWords(
  job: JobContext,
  say: Say,
  { name, board }: { readonly name: string; readonly board: Storyboard },
  isChinese: boolean,
): DeckWords {
  const words = sceneWordsOf(say, isChinese, isMaskedSession(job));
  const series = board.subject.startsWith("series:") ? say("review.stage.series", { series: board.subject.slice("series:".length) }) : name;
  return {
    words,
    head: [`${series} · ${isoDate(job.clock())}`, ...(isMaskedSession(job) ? [say("review.stage.masked")] : [])],
    untitled: name,
    panelText: (cases, loss) =>
      loss === null
        ? say("review.stage.cases", { count: cases })
        : say("review.stage.casesLoss", { count: cases, sum: moneyText(loss, words) }),
  };
}

export async function exportStoryboard({ id, format, isDark, language }: Question, job: JobContext): Promise<ExportedFile> {
  const opened = await openBoard(job, id);
  if (opened.board.scenes.length === 0) throw new CaseweaveError("storyboard-empty", { id });
  const say = createSentences(language);
  const isMasked = isMaskedSession(job);
  const { name, board, elements } = isMasked ? (maskResult(opened, job.show) as typeof opened) : opened;
  const known = new Set(opened.elements.nodes.map(({ ref }) => ref));
  const sourcesOf = (scene: number) => {
    const rows = rowsOf(board.scenes[scene]!, known, job);
    return rows.length === 0 ? "" : say("review.stage.sources", { rows: citationWithFile(rows, say) });
  };
  const slides = slidesOf(board, elements satisfies ChartElements, deckWords(job, say, { name, board }, language === "zh-CN"), sourcesOf);
  const input: DeckTaskInput = { deck: { title: name, isDark, footer: printMark(job, say), slides, at: job.clock() }, format };
  const bytes = await job.jobs.run<Uint8Array>("writeDeck", input, { signal: job.signal, report: job.report });
  return exportedFile(name, format, bytes, slides.length, isMasked);
}
