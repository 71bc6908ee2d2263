// Bundles for tests: written by the product's own packing, with whatever parts a test wants, also such as no workspace would send.
import { packContent } from "../../../electron/engine/review/exchange/container.ts";
import { sealFile } from "../../../electron/engine/review/exchange/sealedFile.ts";
import type { BundleFinding, SeriesFound } from "../../../shared/review/exchange/finding.ts";
import { emptyParts, exchangeVersion, type Manifest, type PartContent } from "../../../shared/review/exchange/format.ts";

type Told = Omit<Manifest, "format" | "version" | "parts">;

export const aManifest: Told = {
  kind: "bundle",
  unit: "邻市反诈中心",
  subject: "series",
  of: "S-9",
  title: "刷单",
  writtenAt: "2026-11-20T10:00:00+08:00",
  isMasked: false,
  audit: { entry: 1, hash: "" },
};

export const contentOf = (parts: Partial<PartContent>, told: Partial<Told> = {}, version = exchangeVersion): Buffer =>
  packContent({ ...aManifest, ...told }, version, { ...emptyParts, ...parts }).bytes;

export const aBundle = (parts: Partial<PartContent>, passphrase: string | null = null, told: Partial<Told> = {}): Buffer =>
  sealFile(contentOf(parts, told), passphrase);

/** A series of another unit, all of its cases core. */
export const aFinding = (
  cases: readonly string[],
  more: Partial<Omit<BundleFinding, "found">> & { readonly found?: Partial<SeriesFound> } = {},
) => {
  const { found, ...told } = more;
  const member = (number: string) => ({ case: number, bits: 9, membership: 0.95, state: "core" as const, verdict: null });
  const series: SeriesFound = {
    kind: "series",
    members: cases.map(member),
    cohesionBits: 9,
    weakest: { a: cases[0]!, b: cases[1]!, bits: 5 },
    firstAt: "2026-05-01T10:00:00+08:00",
    lastAt: "2026-05-03T10:00:00+08:00",
    loss: "3000.00",
    shared: [],
    splitBy: null,
    basis: [{ basis: "money", pairs: 1, bits: 9 }],
    takenOut: [],
    ...found,
  };
  return { number: "S-9", title: "刷单", unit: "邻市反诈中心", foundAt: 1_700_000_000_000, ...told, found: series } satisfies BundleFinding;
};
