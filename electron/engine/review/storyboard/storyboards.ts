// Handlers of storyboards: a step is applied here, to the document as it is kept, so that a masked window never writes stars over what it could not see.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { applyStoryboardStep, emptyStoryboard, type StoryboardStep, storyboardSchema } from "../../../../shared/review/storyboard.ts";
import type { StoryboardItem, storyboardCalls } from "../../../../shared/review/storyboardCalls.ts";
import type { Handlers, WriteContext } from "../../handler.ts";
import {
  deleteStoryboard,
  insertStoryboardStep,
  listStoryboardRows,
  nextStoryboardId,
  readStoryboardStep,
  type StoryboardRow,
  upsertStoryboard,
} from "../../store/sqlite/tables/storyboard.ts";
import { exportStoryboard } from "./exportStoryboard.ts";
import { boardOf, itemOf, openBoard, requireBoard } from "./openBoard.ts";

/** Steps that can be taken back. */
const mostSteps = 1000;

function keep(row: StoryboardRow, { db, clock, changed }: WriteContext): StoryboardItem {
  const kept = { ...row, savedAt: clock() };
  upsertStoryboard(db, kept);
  changed("storyboards");
  return itemOf(db, kept);
}

function change({ id, change: step }: { readonly id: string; readonly change: StoryboardStep }, context: WriteContext): StoryboardItem {
  const row = requireBoard(context.db, id);
  const board = applyStoryboardStep(boardOf(row), step, row.lastScene);
  if (board === null) throw new CaseweaveError("scene-unknown", { id, scene: "scene" in step ? step.scene : "" });
  const document = JSON.stringify(storyboardSchema.parse(board));
  const place = row.place + 1;
  if (row.place === 0) insertStoryboardStep(context.db, id, 0, { step: "add", document: row.document }, mostSteps);
  insertStoryboardStep(context.db, id, place, { step: step.step, document }, mostSteps);
  const lastScene = board.scenes.reduce((most, scene) => Math.max(most, Number(scene.id)), row.lastScene);
  return keep({ ...row, document, place, lastScene }, context);
}

function walk(id: string, direction: "undo" | "redo", context: WriteContext): StoryboardItem {
  const row = requireBoard(context.db, id);
  const place = direction === "undo" ? row.place - 1 : row.place + 1;
  const found = place < 0 ? undefined : readStoryboardStep(context.db, id, place);
  return found === undefined ? itemOf(context.db, row) : keep({ ...row, document: found.document, place }, context);
}

export const storyboardHandlers: Handlers<typeof storyboardCalls> = {
  "review.listStoryboards": (_params, { db }) => listStoryboardRows(db).map((row) => itemOf(db, row)),
  "review.readStoryboard": ({ id }, context) => openBoard(context, id),
  "review.createStoryboard": ({ name, subject }, context) => {
    const document = JSON.stringify(emptyStoryboard(subject));
    return keep({ id: nextStoryboardId(context.db), name, subject, document, place: 0, lastScene: 0, savedAt: 0 }, context);
  },
  "review.renameStoryboard": ({ id, name }, context) => keep({ ...requireBoard(context.db, id), name }, context),
  "review.changeStoryboard": change,
  "review.undoStoryboard": ({ id, direction }, context) => walk(id, direction, context),
  "review.deleteStoryboard": ({ id }, { db, changed }) => {
    requireBoard(db, id);
    deleteStoryboard(db, id);
    changed("storyboards");
    return { id };
  },
  "review.exportStoryboard": exportStoryboard,
};
