// Sets of looks that stand ready: for fraud, calls and vehicles.
import type { LookRule, LookSet } from "../document.ts";

export const readySetNames = ["fraud", "calls", "vehicles"] as const;
export type ReadySetName = (typeof readySetNames)[number];

const rule = (id: string, on: LookRule["on"], kinds: readonly string[], by: string, trait: LookRule["trait"]): LookRule => ({
  ...{ id, on, kinds: [...kinds], by, trait },
});

export const readySets: Readonly<Record<ReadySetName, LookSet>> = {
  fraud: {
    name: "fraud",
    rules: [
      rule("r1", "node", ["account"], "received", "size"),
      rule("r2", "node", ["account", "phone", "netid", "person", "device"], "cases", "colour"),
      rule("r3", "link", ["transfer"], "amount", "width"),
      rule("r4", "node", ["account"], "received", "label"),
    ],
  },
  calls: {
    name: "calls",
    rules: [
      rule("r1", "node", ["phone"], "calls", "size"),
      rule("r2", "node", ["phone", "person", "device"], "community", "colour"),
      rule("r3", "link", ["call", "message"], "count", "width"),
    ],
  },
  vehicles: {
    name: "vehicles",
    rules: [
      rule("r1", "node", ["vehicle", "place"], "neighbours", "size"),
      rule("r2", "node", ["vehicle", "place"], "lastSeen", "colour"),
      rule("r3", "link", [], "count", "width"),
    ],
  },
};
