// The self-test: its last result on this page, and running it.
import { create } from "zustand";
import type { SelfTestResult, SelfTestStep } from "../../shared/workspace/selfTestCalls.ts";
import { runJob } from "./jobs.ts";

// State

export const useSelfTest = create<{ readonly result: SelfTestResult | null }>(() => ({ result: null }));

// Producers

export const stepKeys: Readonly<Record<SelfTestStep, string>> = {
  "import-cases": "selftest.step.import-cases",
  "resolve-people": "selftest.step.resolve-people",
  "resolve-books": "selftest.step.resolve-books",
  "resolve-books-sure": "selftest.step.resolve-books-sure",
  "link-pairs": "selftest.step.link-pairs",
  "group-series": "selftest.step.group-series",
  "group-rings": "selftest.step.group-rings",
  "group-roles": "selftest.step.group-roles",
  "group-sellers": "selftest.step.group-sellers",
  "group-motifs": "selftest.step.group-motifs",
  "trace-money": "selftest.step.trace-money",
  "trace-numbers": "selftest.step.trace-numbers",
};

// Actions

export async function runSelfTest(): Promise<void> {
  const place = { view: "settings", subject: "" } as const;
  useSelfTest.setState({ result: await runJob("workspace.runSelfTest", {}, { title: "selftest.job", place }) });
}
