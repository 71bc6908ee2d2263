// Short messages: six seconds at the foot of the window, with an undo where there is one.
import { create } from "zustand";
import { CaseweaveError, toWire, type WireError } from "../../shared/errors.ts";

// State

export interface Toast {
  readonly id: number;
  readonly tone: "done" | "error";
  /** Key of the catalogue and what fills it; an error carries its own. */
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly error: WireError | null;
  readonly undo: (() => void) | null;
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

export const toastMilliseconds = 6000;
let nextId = 1;

// Producers

export const withoutToast = (toasts: readonly Toast[], id: number): readonly Toast[] => toasts.filter((toast) => toast.id !== id);

// Actions

export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: withoutToast(toasts, id) }));
}

function showToast(toast: Omit<Toast, "id">): void {
  const id = nextId++;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-4) }));
  setTimeout(() => closeToast(id), toastMilliseconds);
}

/** Says what was done; `undo` puts 撤销 beside it. */
export function tell(key: string, values: Readonly<Record<string, unknown>> = {}, undo: (() => void) | null = null): void {
  showToast({ tone: "done", key, values, error: null, undo });
}

/** Says what went wrong. Something a person cancelled is no error. */
export function reportError(error: unknown): void {
  const wire = error instanceof CaseweaveError ? { code: error.code, details: error.details } : toWire(error);
  if (wire.code !== "cancelled") showToast({ tone: "error", key: "", values: {}, error: wire, undo: null });
}
