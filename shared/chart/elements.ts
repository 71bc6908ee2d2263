// What a chart is made of: nodes and links, as the store knows them and the canvas draws them.

export interface ChartNode {
  /** `kind:key`. */
  readonly ref: string;
  readonly kind: string;
  readonly subtype: string;
  readonly label: string;
  /** Second line: one fact (bank of an account, loss of a case). */
  readonly note: string;
  /** ms UTC, for the time filter; null when timeless. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface ChartLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** transfer, call, involved-in, evidence … */
  readonly kind: string;
  readonly directed: boolean;
  readonly count: number;
  /** Transfers: sum in 1/100; evidence: bits; else null. */
  readonly sum: number | null;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly confirmed: boolean;
}

export interface ChartElements {
  readonly nodes: readonly ChartNode[];
  readonly links: readonly ChartLink[];
}
