// A storyboard as it is kept, and with everything that its scenes show.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import { refsOf, type Storyboard, type StoryboardStepName, storyboardSchema } from "../../../../shared/review/storyboard.ts";
import type { OpenStoryboard, StoryboardItem } from "../../../../shared/review/storyboardCalls.ts";
import type { ReadContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readBroughtBy } from "../../store/sqlite/tables/bundle.ts";
import { readStoryboardRow, readStoryboardStep, type StoryboardRow } from "../../store/sqlite/tables/storyboard.ts";

export const boardOf = ({ document }: StoryboardRow): Storyboard => storyboardSchema.parse(JSON.parse(document));

export function requireBoard(db: ReadableDb, id: string): StoryboardRow {
  const row = readStoryboardRow(db, id);
  if (!row) throw new CaseweaveError("storyboard-unknown", { id });
  return row;
}

export function itemOf(db: ReadableDb, row: StoryboardRow): StoryboardItem {
  const { scenes } = boardOf(row);
  const { id, name, subject, savedAt } = row;
  const seconds = scenes.reduce((sum, scene) => sum + (scene.seconds ?? 0), 0);
  return { id, name, subject, savedAt: isoTime(savedAt), scenes: scenes.length, seconds, from: readBroughtBy(db, "board", id) };
}

const stepName = (step: { readonly step: string } | undefined): StoryboardStepName | null => (step?.step as StoryboardStepName) ?? null;

export async function openBoard({ db, graph }: Pick<ReadContext, "db" | "graph">, id: string): Promise<OpenStoryboard> {
  const row = requireBoard(db, id);
  const board = boardOf(row);
  const nodes = await graph.readNodes(refsOf(board));
  const links = await graph.readLinksAmong(nodes.map(({ ref }) => ref));
  const canUndo = row.place > 0 && readStoryboardStep(db, id, row.place - 1) !== undefined;
  return {
    ...itemOf(db, row),
    board,
    elements: { nodes, links },
    undo: canUndo ? stepName(readStoryboardStep(db, id, row.place)) : null,
    redo: stepName(readStoryboardStep(db, id, row.place + 1)),
  };
}
