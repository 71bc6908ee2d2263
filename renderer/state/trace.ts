// The money trace on screen: which policy, which account is lit, and where a trace is opened from.
import { create } from "zustand";
import { type PolicyName, policyNames } from "../../shared/trace/policies/index.ts";
import { goTo } from "./navigation.ts";
import { type PageName, printTraceSubject } from "./traceSubject.ts";

// State

export interface TraceState {
  readonly policy: PolicyName;
  /** Key of the box that is lit; null: none. */
  readonly lit: string | null;
}

export const useTrace = create<TraceState>(() => ({ policy: policyNames[0], lit: null }));

// Actions

export const choosePolicy = (policy: PolicyName): void => useTrace.setState({ policy });
export const light = (key: string | null): void => useTrace.setState(({ lit }) => ({ lit: lit === key ? null : key }));

/** Opens a page of the trace screen, about nothing or about references. */
export const openTrace = (page: PageName, ...about: readonly string[]): void => goTo("trace", printTraceSubject({ page, about }));

/** `series:S-1`, `case:A1`, `transfer:7` or an entity. */
export function traceMoneyFrom(subject: string): void {
  useTrace.setState({ lit: null });
  goTo("trace", subject);
}
