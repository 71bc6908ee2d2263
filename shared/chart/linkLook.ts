// How a link is drawn: colour by meaning, width by amount or bits, an arrow only where direction is a fact, dashes while unconfirmed.

import type { ChartTheme } from "./chartTheme.ts";
import type { ChartLink } from "./elements.ts";

export type LinkFamily = "transfer" | "call" | "evidence" | "fact";

export const linkFamilies: readonly LinkFamily[] = ["transfer", "call", "evidence", "fact"];

const familyOfKind: Readonly<Record<string, LinkFamily>> = { transfer: "transfer", call: "call", message: "call", evidence: "evidence" };

export const familyOf = (kind: string): LinkFamily => familyOfKind[kind] ?? "fact";

export const familyColour = (theme: ChartTheme, family: LinkFamily): string =>
  ({ transfer: theme.transfer, call: theme.call, evidence: theme.accent, fact: theme.fact })[family];

const widths: Readonly<Record<LinkFamily, (link: ChartLink) => number>> = {
  /** 1.4 px at 1 yuan, a good 5 px at a million. */
  transfer: (link) => 1.4 + 0.62 * Math.log10(1 + Math.max(0, link.sum ?? 0) / 100),
  call: (link) => 1.4 + 0.5 * Math.log10(Math.max(1, link.count)),
  evidence: (link) => Math.min(9, 1 + 0.55 * Math.max(0, link.sum ?? 0)),
  fact: () => 1.4,
};

export const linkWidth = (link: ChartLink): number => Math.round(widths[familyOf(link.kind)](link) * 10) / 10;

export const hasArrow = (link: ChartLink): boolean => link.directed && familyOf(link.kind) !== "evidence" && familyOf(link.kind) !== "fact";

export type LinkLine = "solid" | "dashed" | "dotted";

export const linkLine = (link: ChartLink, isDisabled: boolean): LinkLine => (isDisabled ? "dotted" : link.confirmed ? "solid" : "dashed");
