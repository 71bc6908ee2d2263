// The desktop asks for a passphrase: for a workspace that is encrypted, or for a new one. The engine is not there yet.
import { create } from "zustand";

// State

export interface PassphraseQuestion {
  readonly name: string;
  readonly isNew: boolean;
  readonly isWrong: boolean;
}

export const usePassphrase = create<{ readonly asked: PassphraseQuestion | null }>(() => ({ asked: null }));

// Producers

const passphraseMessage = "caseweave:passphrase";

/** What the preload script hands on; null for any other message. */
export function questionOf(message: unknown): PassphraseQuestion | null {
  const { type, asked } = (message ?? {}) as { type?: unknown; asked?: Partial<PassphraseQuestion> };
  if (type !== passphraseMessage || typeof asked?.name !== "string") return null;
  return { name: asked.name, isNew: asked.isNew === true, isWrong: asked.isWrong === true };
}

export const shortestPassphrase = 8;

/** Key of the sentence that says why a new passphrase is not taken; null when it is. None at all is taken. */
export function faultOf(first: string, second: string): string | null {
  if (first === "" && second === "") return null;
  if (first.length < shortestPassphrase) return "frame.passphrase.short";
  return first === second ? null : "frame.passphrase.differs";
}

// Actions

/** Called once by the entry, before the first call of the engine. */
export function watchPassphrase(): void {
  window.addEventListener("message", ({ source, data }) => {
    const asked = source === window ? questionOf(data) : null;
    if (asked) usePassphrase.setState({ asked });
  });
}

/** Empty: a new workspace without one; null: not this workspace. The desktop asks again when it is wrong. */
export function answerPassphrase(passphrase: string | null): void {
  usePassphrase.setState({ asked: null });
  window.caseweave?.unlock(passphrase);
}
