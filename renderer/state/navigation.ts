// Where we are: a view and its subject, kept in the address so that a reload stays. Views put their crumbs here.
import { create } from "zustand";
import { type Stage, stages } from "../../shared/stages.ts";
import { usePreferences } from "./preferences.ts";

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

type Memory = Pick<Storage, "getItem" | "setItem">;
const memoryKey = "caseweave.places";
const alias = /^~(\d+)$/;

const readPlaces = (memory: Memory): string[] => JSON.parse(memory.getItem(memoryKey) ?? "[]") as string[];

/** `~3` for a subject: the address line is on the wall too, and a subject is `phone:138…`. Kept for this window, so that reload and back find it. */
export function hideSubject(memory: Memory, subject: string): string {
  if (subject === "" || alias.test(subject)) return subject;
  const places = readPlaces(memory);
  const at = places.indexOf(subject);
  if (at >= 0) return `~${at}`;
  memory.setItem(memoryKey, JSON.stringify([...places, subject]));
  return `~${places.length}`;
}

/** The subject that an alias stands for; "" for one of another window. */
export function recallSubject(memory: Memory, subject: string): string {
  const number = alias.exec(subject)?.[1];
  return number === undefined ? subject : (readPlaces(memory)[Number(number)] ?? "");
}

// Actions

const memory: Memory = typeof sessionStorage === "undefined" ? { getItem: () => null, setItem: () => {} } : sessionStorage;

function readAddress(): Place {
  const { view, subject } = parsePlace(typeof location === "undefined" ? "" : location.hash);
  return { view, subject: recallSubject(memory, subject) };
}

const addressOf = ({ view, subject }: Place): string =>
  printPlace({ view, subject: usePreferences.getState().isMasked ? hideSubject(memory, subject) : subject });

export const useNavigation = create<NavigationState>(() => ({
  place: readAddress(),
  crumbs: [],
  isSearchOpen: false,
  isHelpOpen: false,
}));

/** Goes to a view; the browser's back button comes back. */
export function goTo(view: ViewName, subject = ""): void {
  const place = { view, subject };
  const isSame = printPlace(useNavigation.getState().place) === printPlace(place);
  if (!isSame) history.pushState(null, "", addressOf(place));
  useNavigation.setState({ place, crumbs: isSame ? useNavigation.getState().crumbs : [], isSearchOpen: false });
}

export const setCrumbs = (crumbs: readonly string[]): void => useNavigation.setState({ crumbs });
export const showSearch = (isSearchOpen: boolean): void => useNavigation.setState({ isSearchOpen });
export const showHelp = (isHelpOpen: boolean): void => useNavigation.setState({ isHelpOpen });

/** The same place in the address as it may be shown now. */
function rewriteAddress(): void {
  const address = addressOf(useNavigation.getState().place);
  if (location.hash !== address && location.hash !== "") history.replaceState(null, "", address);
}

/** Follows the browser's back and forward, and the switch of masking; called once by the entry. */
export function watchAddress(): void {
  rewriteAddress();
  window.addEventListener("popstate", () => {
    useNavigation.setState({ place: readAddress(), crumbs: [] });
    rewriteAddress();
  });
  usePreferences.subscribe((state, before) => {
    if (state.isMasked !== before.isMasked) rewriteAddress();
  });
}
