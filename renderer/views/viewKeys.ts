// Keys of a view: they act while it is shown, letters only when no field has the focus.
import { useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import { alsoInFields, isTyping } from "../frame/frameKeys.ts";
import { type KeyedView, viewKeyLists } from "./keyList.ts";

/** A handler for each key that the list names for this view: no more, no fewer. */
export type ViewKeys<View extends KeyedView> = Readonly<Record<keyof (typeof viewKeyLists)[View], (event: KeyboardEvent) => void>>;

/** Act in a field too: they end what is written there. */
const whileTyping: ReadonlySet<string> = new Set(["$mod+Enter"]);

/** The handlers may change at every render; the listener is set once. */
export function useViewKeys<View extends KeyedView>(view: View, keys: ViewKeys<View>): void {
  const latest = useRef<Readonly<Record<string, (event: KeyboardEvent) => void>>>(keys);
  latest.current = keys;
  useEffect(() => {
    const act = (name: string) => (event: KeyboardEvent) => {
      // Under a dialog the keys are the dialog's: Esc closes it.
      if (document.querySelector("dialog[open]") !== null) return;
      if (isTyping(event.target) && !whileTyping.has(name)) return;
      event.preventDefault();
      latest.current[name]?.(event);
    };
    return tinykeys(window, Object.fromEntries(Object.keys(viewKeyLists[view]).map((name) => [name, act(name)])), alsoInFields);
  }, [view]);
}
