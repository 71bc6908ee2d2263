// How the state of a member is said and coloured, here and for series of other units.
import type { SeriesMember } from "../../../shared/group/calls.ts";
import type { Tone } from "../../parts/index.ts";

export const stateLooks: Readonly<Record<SeriesMember["state"], { readonly key: string; readonly tone: Tone }>> = {
  core: { key: "group.state.core", tone: "plus" },
  borderline: { key: "group.state.borderline", tone: "minus" },
  waiting: { key: "group.state.waiting", tone: "warn" },
};
