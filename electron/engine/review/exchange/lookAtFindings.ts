// A series or a ring of a masked bundle as it is looked at: as the bundle writes it, and what of it stands here.
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { BundleFinding } from "../../../../shared/review/exchange/finding.ts";
import type { LookedFinding, LookedThing } from "../../../../shared/review/exchange/lookedFinding.ts";
import { gatherStars } from "../../../../shared/review/mask.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readCaseHeads } from "../../store/sqlite/tables/caseHead.ts";
import { casesOfFound } from "./receivedFindings.ts";
import type { Recognised } from "./recognise.ts";
import { showFinding } from "./showPreview.ts";

interface Written {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
}

type Look = (one: Written) => Pick<LookedThing, "mark" | "kind" | "written" | "entity" | "label">;

const lookWith =
  (recognised: ReadonlyMap<string, Recognised>): Look =>
  ({ entity, kind, label }) => {
    const known = recognised.get(`${kind} ${parseEntityRef(entity).key}`);
    return { mark: entity, kind, written: gatherStars(label), entity: known?.entity ?? null, label: known?.label ?? "" };
  };

/** `limit`: lines of each list; the figures say how many there are. */
export function lookAtFindings(
  db: ReadableDb,
  findings: readonly BundleFinding[],
  recognised: readonly Recognised[],
  limit: number,
): LookedFinding[] {
  const look = lookWith(new Map(recognised.map((one) => [one.name, one])));
  return findings.map((finding) => {
    const { found } = finding;
    const held = readCaseHeads(db, casesOfFound(found));
    const { loss, firstAt, lastAt } = found;
    const head = { ...showFinding(finding), loss, firstAt, lastAt };
    if (found.kind === "series") {
      const { cohesionBits, weakest } = found;
      const members = found.members
        .slice(0, limit)
        .map(({ case: number, state, bits }) => ({ case: number, state, bits, isHere: held.has(number) }));
      const things = found.shared.slice(0, limit).map((one) => ({ ...look(one), cases: Object.keys(one.cases).length, bits: one.bits }));
      return { ...head, cohesionBits, weakest, members, people: [], things };
    }
    const members = found.cases.slice(0, limit).map((number) => ({ case: number, state: null, bits: null, isHere: held.has(number) }));
    const people = found.members.slice(0, limit).map((one) => ({ ...look(one), ringRole: one.role, core: one.core }));
    const things = found.shared.slice(0, limit).map((one) => ({ ...look(one), cases: one.cases, bits: null }));
    return { ...head, cohesionBits: null, weakest: null, members, people, things };
  });
}
