// Handlers of the instant assessment.
import type { assessCalls } from "../../../../shared/review/assess/calls.ts";
import type { Handlers } from "../../handler.ts";
import { assess } from "./readClue.ts";
import { prepareSimilar } from "./similar.ts";
import { storeCase } from "./storeCase.ts";

export const assessHandlers: Handlers<typeof assessCalls> = {
  "assess.readClue": assess,
  "assess.prepare": async (_params, context) => {
    await prepareSimilar(context);
    return { isReady: true };
  },
  "assess.storeCase": storeCase,
};
