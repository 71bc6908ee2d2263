// Keys of a view: they act while it is shown, letters only when no field has the focus.
import { useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import { isTyping } from "../frame/frameKeys.ts";

export type ViewKeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** The handlers may change at every render; the listener is set once. */
export function useViewKeys(keys: ViewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const names = Object.keys(keys).join(" ");
  useEffect(() => {
    const act = (name: string) => (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      event.preventDefault();
      latest.current[name]?.(event);
    };
    return tinykeys(window, Object.fromEntries(names.split(" ").map((name) => [name, act(name)])));
  }, [names]);
}
