// The words of the policies, for screens and for what is printed.
import type { PolicyName } from "./index.ts";

export const policyKeys: Readonly<Record<PolicyName, string>> = {
  fifo: "trace.policy.fifo",
  lifo: "trace.policy.lifo",
  prorata: "trace.policy.prorata",
  "traced-first": "trace.policy.tracedFirst",
  "clean-first": "trace.policy.cleanFirst",
};
