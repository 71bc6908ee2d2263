// Says that an import is stored although what it brought could not be told to the end.
import type { Untold } from "../../shared/import/calls.ts";
import { tell } from "./toasts.ts";

/** The files stand, whatever ended the telling. */
export function tellUntold(untold: Untold | null): void {
  if (untold !== null) tell("import.told.untold", { sources: untold.sources });
}
