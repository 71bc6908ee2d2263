// The words of link families, for legends on screen and on paper.
import type { LinkFamily } from "./linkLook.ts";

export const familyKeys: Readonly<Record<LinkFamily, string>> = {
  transfer: "chart.legend.transfer",
  call: "chart.legend.call",
  evidence: "chart.legend.evidence",
  fact: "chart.legend.fact",
};
