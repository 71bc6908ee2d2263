// The packs there are: those of the workbench (resources/packs), and the workspace's own. A new shipped pack is one file and one line.
import burglary from "../../../../resources/packs/burglary-series.caseweave-pack.json" with { type: "json" };
import hotel from "../../../../resources/packs/hotel-co-stay.caseweave-pack.json" with { type: "json" };
import mules from "../../../../resources/packs/mule-network.caseweave-pack.json" with { type: "json" };
import numberChange from "../../../../resources/packs/number-change.caseweave-pack.json" with { type: "json" };
import passThrough from "../../../../resources/packs/pass-through-accounts.caseweave-pack.json" with { type: "json" };
import rebate from "../../../../resources/packs/rebate-series.caseweave-pack.json" with { type: "json" };
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Pack } from "../../../../shared/review/pack/pack.ts";
import type { PackState, PackTestResult } from "../../../../shared/review/packCalls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listPackRows, readPackTest } from "../../store/sqlite/tables/pack.ts";
import { packText, readPackText } from "./packText.ts";

export interface KnownPack {
  readonly pack: Pack;
  readonly isShipped: boolean;
  /** The file, to the byte. */
  readonly text: string;
}

const shippedFiles: readonly unknown[] = [rebate, mules, numberChange, burglary, hotel, passThrough];

let shipped: readonly KnownPack[] | null = null;

/** Read as any file is, once. */
export function listShipped(): readonly KnownPack[] {
  shipped ??= shippedFiles.map((file) => {
    const pack = readPackText(JSON.stringify(file));
    return { pack, isShipped: true, text: packText(pack) };
  });
  return shipped;
}

export const isShippedId = (id: string): boolean => listShipped().some(({ pack }) => pack.id === id);

/** In the order of lists: shipped ones, then the workspace's own by id. */
export function listKnownPacks(db: ReadableDb): readonly KnownPack[] {
  const own = listPackRows(db).map(({ text }) => ({ pack: readPackText(text), isShipped: false, text }));
  return [...listShipped(), ...own];
}

/** By id, or by its name in either language. */
export function requirePack(db: ReadableDb, name: string): KnownPack {
  const known = listKnownPacks(db);
  const found = known.find(({ pack }) => pack.id === name) ?? known.find(({ pack }) => pack.name.zh === name || pack.name.en === name);
  if (!found) throw new CaseweaveError("pack-unknown", { pack: name, known: known.map(({ pack }) => pack.id).join(", ") });
  return found;
}

export function readTested(db: ReadableDb, { hash }: Pack): PackTestResult | null {
  const text = readPackTest(db, hash);
  return text === null ? null : (JSON.parse(text) as PackTestResult);
}

/** Only the words of one state; a test that was never run here waits. */
export function stateOf({ test }: Pack, tested: PackTestResult | null): PackState {
  if (!test) return "untested";
  if (!tested) return "waiting";
  return tested.isPassed ? "passed" : "failed";
}
