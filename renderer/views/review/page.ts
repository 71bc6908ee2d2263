// What a page of the review is.
import type { ComponentType } from "react";

/** What the day brings, what a meeting needs, what the figures say, what is shared with others. */
export const pageGroups = ["today", "meeting", "analysis", "together"] as const;
export type PageGroup = (typeof pageGroups)[number];

export interface ReviewPageProps {
  /** What stands behind the page's own name in the address: `watch/12` gives `12`. */
  readonly about: string;
}

export interface ReviewPage {
  readonly group: PageGroup;
  /** Its place in the address: `#/review/SUBJECT` and `#/review/SUBJECT/ABOUT`. */
  readonly subject: string;
  /** Key of its word. */
  readonly word: string;
  /** All under the head of the review. */
  readonly component: ComponentType<ReviewPageProps>;
  /** What stands at the right of the head. */
  readonly tools?: ComponentType<ReviewPageProps>;
}
