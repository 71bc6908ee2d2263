// What a person set for this machine: language, theme, density, masking. Kept in local storage, never in the workspace.
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
}

const storageKey = "caseweave.preferences";
const initial: Preferences = { language: "zh-CN", theme: "light", density: "normal", isMasked: true };

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
  };
}

// Actions

const storage = typeof localStorage === "undefined" ? null : localStorage;

export const usePreferences = create<Preferences>(() => parsePreferences(storage?.getItem(storageKey) ?? null));

export function changePreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  storage?.setItem(storageKey, JSON.stringify(usePreferences.getState()));
}

export const toggleMasking = (): void => changePreferences({ isMasked: !usePreferences.getState().isMasked });

export function useTokens(): Tokens {
  const theme = usePreferences((state) => state.theme);
  const density = usePreferences((state) => state.density);
  return tokensOf(theme, density);
}
