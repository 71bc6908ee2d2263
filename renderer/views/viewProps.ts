// What every view is given.
export interface ViewProps {
  /** What of the view is asked for: a series, a pair `A|B`, an entity; "" for none. */
  readonly subject: string;
}
