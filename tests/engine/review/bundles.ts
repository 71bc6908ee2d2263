// Bundles for tests: written by the product's own packing, with whatever parts a test wants, also such as no workspace would send.
import { packContent } from "../../../electron/engine/review/exchange/container.ts";
import { sealFile } from "../../../electron/engine/review/exchange/sealedFile.ts";
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
