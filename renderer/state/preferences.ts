// What a person set for this machine: language, theme, density, masking, the sound of alerts. Kept in the browser, never in the workspace:
// in local storage, and in a cookie, which the web shell's next port still sees.
import { create } from "zustand";
import { type Language, languages } from "../../shared/words.ts";
import { type Density, densities, type Theme, type Tokens, themes, tokensOf } from "../styles/tokens.ts";

// State

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly density: Density;
  /** Names and numbers are shown masked. */
  readonly isMasked: boolean;
  /** A tone with new alerts. */
  readonly hasSound: boolean;
  /** Hours of the day, 0–23, between which it stays silent; equal: never. */
  readonly quietFrom: number;
  readonly quietUntil: number;
}

export const hours: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);
const storageKey = "caseweave.preferences";
const initial: Preferences = {
  language: "zh-CN",
  theme: "light",
  density: "normal",
  isMasked: true,
  hasSound: true,
  quietFrom: 22,
  quietUntil: 7,
};

// Producers

const oneOf = <T>(list: readonly T[], value: unknown, fallback: T): T => (list.includes(value as T) ? (value as T) : fallback);

/** Preferences from stored text; what is unknown or missing falls back. */
export function parsePreferences(text: string | null): Preferences {
  let stored: Record<string, unknown> = {};
  try {
    stored = JSON.parse(text ?? "{}") ?? {};
  } catch {
    return initial;
  }
  return {
    language: oneOf(languages, stored.language, initial.language),
    theme: oneOf(themes, stored.theme, initial.theme),
    density: oneOf(densities, stored.density, initial.density),
    isMasked: typeof stored.isMasked === "boolean" ? stored.isMasked : initial.isMasked,
    hasSound: typeof stored.hasSound === "boolean" ? stored.hasSound : initial.hasSound,
    quietFrom: oneOf(hours, stored.quietFrom, initial.quietFrom),
    quietUntil: oneOf(hours, stored.quietUntil, initial.quietUntil),
  };
}

// Actions

const storage = typeof localStorage === "undefined" ? null : localStorage;
const jar = typeof document === "undefined" ? null : document;
const yearSeconds = 31_536_000;

/** The preferences in a cookie header; null when it holds none. */
export function readCookie(cookies: string): string | null {
  const value = cookies.split("; ").find((one) => one.startsWith(`${storageKey}=`));
  return value === undefined ? null : decodeURIComponent(value.slice(storageKey.length + 1));
}

export const usePreferences = create<Preferences>(() =>
  parsePreferences(readCookie(jar?.cookie ?? "") ?? storage?.getItem(storageKey) ?? null),
);

export function changePreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  const text = JSON.stringify(usePreferences.getState());
  storage?.setItem(storageKey, text);
  if (jar) jar.cookie = `${storageKey}=${encodeURIComponent(text)}; path=/; max-age=${yearSeconds}; SameSite=Strict`;
}

/** What another window of this browser was set to look like, this one looks like too. What is masked here stays so: it may be on a wall. */
export function followOtherWindows(): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== storageKey) return;
    const { language, theme, density } = parsePreferences(newValue);
    usePreferences.setState({ language, theme, density });
  });
}

export const toggleMasking = (): void => changePreferences({ isMasked: !usePreferences.getState().isMasked });

export function useTokens(): Tokens {
  const theme = usePreferences((state) => state.theme);
  const density = usePreferences((state) => state.density);
  return tokensOf(theme, density);
}
