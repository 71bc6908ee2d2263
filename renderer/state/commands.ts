// Commands that the search box finds: those of the frame always, those of a view while it is shown.
import { create } from "zustand";
import type { IconName } from "../parts/Icon.tsx";

// State

export interface Command {
  readonly id: string;
  readonly icon: IconName;
  /** Key of the catalogue. */
  readonly word: string;
  /** Key of the word of what it belongs to, said before it: a layout, an export. */
  readonly under?: string;
  /** As printed on keys; "" for none. */
  readonly keys: string;
  /** Fixed text after the word, as the name of a file format. */
  readonly mark?: string;
  readonly run: () => void;
}

export const useCommands = create<{ readonly offered: readonly (readonly Command[])[] }>(() => ({ offered: [] }));

// Actions

/** Offers the commands of a view; gives back how to take them away. */
export function offerCommands(commands: readonly Command[]): () => void {
  useCommands.setState(({ offered }) => ({ offered: [...offered, commands] }));
  return () => useCommands.setState(({ offered }) => ({ offered: offered.filter((other) => other !== commands) }));
}
