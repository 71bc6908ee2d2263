// A ring as it is stored, with its name: that is found when it is read, so that every page calls it the same.
import type { RingDetail } from "../../../shared/group/ringCalls.ts";
import { nameRing } from "../../../shared/group/ringName.ts";

export type StoredRing = Omit<RingDetail, "namedBy">;

export function readStoredRing(detail: string): RingDetail {
  const ring = JSON.parse(detail) as StoredRing;
  return { ...ring, namedBy: nameRing(ring) };
}
