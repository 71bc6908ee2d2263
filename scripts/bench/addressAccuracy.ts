// How right matches are, by level: of those taken without asking, the share that is right; of what the table holds, the share that is found.
import { type AddressLevel, isFinerThan, readLevels, upTo, writeLevels } from "../../shared/import/address/levels.ts";
import type { AddressMatch } from "../../shared/resolve/address/matchAddress.ts";
import type { WrittenAddress } from "./addressWorld.ts";

export const judgedLevels = ["number", "building", "unit", "room"] as const satisfies readonly AddressLevel[];

export interface LevelAccuracy {
  readonly level: AddressLevel;
  readonly taken: number;
  readonly right: number;
  readonly held: number;
  readonly precision: number;
  readonly recall: number;
}

const reaches = (level: AddressLevel | null, least: AddressLevel): boolean =>
  level !== null && (level === least || isFinerThan(level, least));

const cut = (path: string, level: AddressLevel): string => writeLevels(upTo(readLevels(path), level));

/** `taken` is the path that was chosen without a person, "" where none was. */
export function measureAccuracy(
  written: readonly WrittenAddress[],
  taken: readonly { readonly path: string; readonly level: AddressLevel | null }[],
): LevelAccuracy[] {
  return judgedLevels.map((level) => {
    let [chosen, right, held] = [0, 0, 0];
    written.forEach((truth, i) => {
      const isHeld = truth.path !== "" && reaches(truth.level, level);
      if (isHeld) held += 1;
      const answer = taken[i]!;
      if (answer.path === "" || !reaches(answer.level, level)) return;
      chosen += 1;
      if (isHeld && cut(answer.path, level) === cut(truth.path, level)) right += 1;
    });
    return { level, taken: chosen, right, held, precision: right / Math.max(1, chosen), recall: right / Math.max(1, held) };
  });
}

export const takenOf = ({ state, candidates }: AddressMatch) =>
  state === "sure" ? { path: candidates[0]!.node.path, level: candidates[0]!.node.level } : { path: "", level: null };
