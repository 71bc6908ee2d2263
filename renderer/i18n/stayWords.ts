// What two stays have in common: kind → key of the catalogue.
import type { ClosenessKind } from "../../shared/trace/stays/closeness.ts";

export const closenessKeys: Readonly<Record<ClosenessKind, string>> = {
  "same-room": "trace.stays.kind.same-room",
  "next-seat": "trace.stays.kind.next-seat",
  arrived: "trace.stays.kind.arrived",
  left: "trace.stays.kind.left",
};
