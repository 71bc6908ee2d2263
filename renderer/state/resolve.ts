// Which records are one person: what of it is listed, which pair or identity is open, how a judgement is kept.
import { create } from "zustand";
import type { Verdict } from "../../shared/model/decision.ts";
import type { IdentityPair } from "../../shared/resolve/calls.ts";
import { engine } from "../rpc/engine.ts";
import { runJob } from "./jobs.ts";
import { tell } from "./toasts.ts";

// State

export interface ResolveState {
  readonly mode: "waiting" | "judged" | "merged";
  readonly limit: number;
}

const pageSize = 100;

export const useResolve = create<ResolveState>(() => ({ mode: "waiting", limit: pageSize }));

// Producers

/** A pair is `person:…|person:…`, an identity one reference. */
export const identitySubject = ({ a, b }: Pick<IdentityPair, "a" | "b">): string => `${a}|${b}`;

export function parseIdentitySubject(subject: string): { readonly a: string; readonly b: string } | null {
  const cut = subject.indexOf("|");
  return cut < 1 ? null : { a: subject.slice(0, cut), b: subject.slice(cut + 1) };
}

/** The item `step` places further in the list; the ends hold, and so does one that the list does not know. */
export function besideSubject(subjects: readonly string[], subject: string, step: 1 | -1): string | undefined {
  const index = subjects.indexOf(subject);
  return index < 0 ? undefined : subjects[Math.max(0, Math.min(subjects.length - 1, index + step))];
}

// Actions

export const showMode = (mode: ResolveState["mode"]): void => useResolve.setState({ mode, limit: pageSize });
export const showMore = (): void => useResolve.setState(({ limit }) => ({ limit: Math.min(500, limit + pageSize) }));

const toastKeys: Readonly<Record<Verdict, string>> = {
  confirm: "resolve.toast.merged",
  reject: "resolve.toast.apart",
  later: "resolve.toast.later",
};

export async function judgeIdentity(a: string, b: string, verdict: Verdict, reason: string): Promise<void> {
  await engine.call("review.recordDecision", { subject: "identity", a, b, verdict, reason });
  tell(toastKeys[verdict]);
}

export async function runResolution(): Promise<void> {
  await runJob("resolve.runResolution", {}, { title: "resolve.run.job", place: { view: "resolve", subject: "" } });
}
