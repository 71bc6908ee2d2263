// How each state of an alert is coloured.
import type { AlertState } from "../../../../shared/model/alert.ts";
import type { Tone } from "../../../parts/index.ts";

export const alertTones: Readonly<Record<AlertState, Tone>> = { new: "contra", seen: "accent", handled: "plus", dismissed: "neutral" };
