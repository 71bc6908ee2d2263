// What a page of the trace screen is.
import type { ComponentType } from "react";

export interface TracePageProps {
  /** References that the page is about; none: it shows what there is to choose from. */
  readonly about: readonly string[];
}

export interface TracePage {
  /** Key of its word. */
  readonly word: string;
  readonly component: ComponentType<TracePageProps>;
}
