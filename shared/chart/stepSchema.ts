// How a step of the history is kept: references and numbers.
import { z } from "zod";
import { arrangementSchema, chartLinkSchema, draftSchema, gradeSchema, groupSchema, noteSchema } from "./document.ts";
import { stepCodes } from "./history.ts";

const refs = z.array(z.string());
const places = z.array(z.number());

const storedPut = z.discriminatedUnion("part", [
  z.object({ type: z.literal("put"), part: z.literal("drafts"), id: z.string(), value: draftSchema.nullable() }),
  z.object({ type: z.literal("put"), part: z.literal("groups"), id: z.string(), value: groupSchema.nullable() }),
  z.object({ type: z.literal("put"), part: z.literal("notes"), id: z.string(), value: noteSchema.nullable() }),
  z.object({ type: z.literal("put"), part: z.literal("grades"), id: z.string(), value: gradeSchema.nullable() }),
]);

const storedOperation = z.discriminatedUnion("type", [
  z.object({ type: z.literal("add"), refs, places, ids: refs, carried: z.array(chartLinkSchema), pinned: refs, disabled: refs }),
  z.object({ type: z.literal("remove"), refs, ids: refs }),
  z.object({ type: z.literal("move"), refs, places }),
  z.object({ type: z.literal("disable"), ids: refs, on: z.boolean() }),
  z.object({ type: z.literal("pin"), ids: refs, on: z.boolean() }),
  z.object({
    type: z.literal("filter"),
    filter: z.object({ hiddenKinds: refs, from: z.string().nullable(), until: z.string().nullable() }),
  }),
  storedPut,
  z.object({ type: z.literal("arrange"), arrangement: arrangementSchema }),
]);
export type StoredOperation = z.infer<typeof storedOperation>;

export const storedStepSchema = z.object({
  name: z.object({ code: z.enum(stepCodes), n: z.number() }),
  forward: z.array(storedOperation),
  backward: z.array(storedOperation),
});
export type StoredStep = z.infer<typeof storedStepSchema>;
