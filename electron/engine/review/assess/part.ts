// A part of an assessment: one file, one line in the registry.
import type { ClueAnswers, ClueProbeName } from "../../../../shared/review/assess/calls.ts";
import type { JobContext } from "../../handler.ts";
import type { Clue } from "./clue.ts";
import type { Pace } from "./pace.ts";

/** What earlier parts found, for later ones. */
export type Earlier = { readonly [Name in ClueProbeName]?: ClueAnswers[Name] | null };

export interface Asking {
  readonly context: JobContext;
  readonly clue: Clue;
  readonly pace: Pace;
  readonly earlier: Earlier;
}

/** Says what it has when the pace is over. */
export type Probe<Name extends ClueProbeName> = (asking: Asking) => ClueAnswers[Name] | Promise<ClueAnswers[Name]>;
