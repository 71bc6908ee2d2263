// Calls about storyboards: kept in the workspace with every step, so that undo outlives a restart; shown and exported masked.
import { z } from "zod";
import type { ChartElements } from "../chart/elements.ts";
import { job, read, write } from "../rpc/call.ts";
import { languages } from "../words.ts";
import type { ExportedFile } from "./exportCalls.ts";
import { type Storyboard, type StoryboardStepName, storyboardStepSchema } from "./storyboard.ts";

export interface StoryboardItem {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly savedAt: string;
  readonly scenes: number;
  /** Planned length of all scenes that have one. */
  readonly seconds: number;
  /** The bundle of another unit that brought it; null: ours. */
  readonly from: { readonly bundle: number; readonly unit: string } | null;
}

/** A storyboard with everything that its scenes show, so that the first frame of the stage needs no second answer. */
export interface OpenStoryboard extends StoryboardItem {
  readonly board: Storyboard;
  readonly elements: ChartElements;
  /** Step that undo takes back, and that redo does again. */
  readonly undo: StoryboardStepName | null;
  readonly redo: StoryboardStepName | null;
}

export const storyboardFormats = ["pptx", "pdf"] as const;
export type StoryboardFormat = (typeof storyboardFormats)[number];

export const storyboardCalls = {
  "review.listStoryboards": read(z.object({}), "Storyboards of the workspace, newest first.")<readonly StoryboardItem[]>(),
  "review.readStoryboard": read(z.object({ id: z.string() }), "A storyboard with the facts of all its scenes.", {
    audit: "before",
    errors: ["storyboard-unknown"],
  })<OpenStoryboard>(),
  "review.createStoryboard": write(
    z.object({ name: z.string().trim().min(1).max(200), subject: z.string().default("") }),
    "A new storyboard without scenes.",
  )<StoryboardItem>(),
  "review.renameStoryboard": write(
    z.object({ id: z.string(), name: z.string().trim().min(1).max(200) }),
    "Gives a storyboard another name.",
    {
      errors: ["storyboard-unknown"],
    },
  )<StoryboardItem>(),
  "review.changeStoryboard": write(
    z.object({ id: z.string(), change: storyboardStepSchema }),
    "Does one step on a storyboard: add, duplicate, move, remove, write or arrange a scene.",
    { errors: ["storyboard-unknown", "scene-unknown"] },
  )<StoryboardItem>(),
  "review.undoStoryboard": write(
    z.object({ id: z.string(), direction: z.enum(["undo", "redo"]) }),
    "Takes the last step back, or does it again; nothing happens where there is none.",
    { errors: ["storyboard-unknown"] },
  )<StoryboardItem>(),
  "review.deleteStoryboard": write(z.object({ id: z.string() }), "Removes a storyboard with its steps.", {
    errors: ["storyboard-unknown"],
  })<{ readonly id: string }>(),
  "review.exportStoryboard": job(
    z.object({
      id: z.string(),
      format: z.enum(storyboardFormats),
      /** For a dark room. */
      isDark: z.boolean().default(false),
      reason: z.string().default(""),
      language: z.enum(languages).default("zh-CN"),
    }),
    "A storyboard as slides: PPTX with shapes, connectors and speaker notes, or PDF.",
    { errors: ["storyboard-unknown", "storyboard-empty"] },
  )<ExportedFile>(),
};
