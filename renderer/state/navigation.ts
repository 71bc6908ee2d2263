// Where we are: a view and its subject, kept in the address so that a reload stays. Views put their crumbs here.
import { create } from "zustand";
import { type Stage, stages } from "../../shared/stages.ts";

// State

export type ViewName = "overview" | Stage | "audit" | "settings";

export interface Place {
  readonly view: ViewName;
  /** What of the view: a series, a pair `A|B`, an entity, a source; "" for none. */
  readonly subject: string;
}

export interface NavigationState {
  readonly place: Place;
  readonly crumbs: readonly string[];
  readonly isSearchOpen: boolean;
  readonly isHelpOpen: boolean;
}

export const viewNames: readonly ViewName[] = ["overview", ...stages, "audit", "settings"];

// Producers

export function parsePlace(hash: string): Place {
  const [, view = "", ...rest] = hash.split("/");
  if (!(viewNames as readonly string[]).includes(view)) return { view: "overview", subject: "" };
  return { view: view as ViewName, subject: decodeURIComponent(rest.join("/")) };
}

export const printPlace = ({ view, subject }: Place): string => (subject === "" ? `#/${view}` : `#/${view}/${encodeURIComponent(subject)}`);

// Actions

const hash = () => (typeof location === "undefined" ? "" : location.hash);

export const useNavigation = create<NavigationState>(() => ({
  place: parsePlace(hash()),
  crumbs: [],
  isSearchOpen: false,
  isHelpOpen: false,
}));

/** Goes to a view; the browser's back button comes back. */
export function goTo(view: ViewName, subject = ""): void {
  const place = { view, subject };
  const isSame = printPlace(useNavigation.getState().place) === printPlace(place);
  if (!isSame) history.pushState(null, "", printPlace(place));
  useNavigation.setState({ place, crumbs: isSame ? useNavigation.getState().crumbs : [], isSearchOpen: false });
}

export const setCrumbs = (crumbs: readonly string[]): void => useNavigation.setState({ crumbs });
export const showSearch = (isSearchOpen: boolean): void => useNavigation.setState({ isSearchOpen });
export const showHelp = (isHelpOpen: boolean): void => useNavigation.setState({ isHelpOpen });

/** Follows the browser's back and forward; called once by the entry. */
export function watchAddress(): void {
  window.addEventListener("popstate", () => useNavigation.setState({ place: parsePlace(location.hash), crumbs: [] }));
}
