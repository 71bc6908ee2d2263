// One figure of a row of figures: what it is, how much, and what stands behind it.
import type { ReactNode } from "react";

export function Figure({ name, value, note }: { readonly name: string; readonly value: ReactNode; readonly note: ReactNode }) {
  return (
    <div>
      <span className="cw-small cw-quiet">{name}</span>
      <b className="cw-number">{value}</b>
      <small>{note}</small>
    </div>
  );
}
