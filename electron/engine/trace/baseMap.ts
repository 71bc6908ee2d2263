// The customer's own base map: a GeoJSON file with its approval number, kept in the workspace. None is shipped.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { BaseMap } from "../../../shared/trace/mapCalls.ts";
import type { ReadableDb, WritableDb } from "../store/sqlite/database.ts";
import { deleteMeta, readMeta, writeMeta } from "../store/sqlite/tables/meta.ts";

const key = "baseMap";

export const readBaseMap = (db: ReadableDb): BaseMap | null => JSON.parse(readMeta(db, key) ?? "null") as BaseMap | null;

/** Number of features. */
export function saveBaseMap(db: WritableDb, path: string, approval: string): number {
  const text = readText(path);
  const features = countFeatures(path, text);
  writeMeta(db, key, JSON.stringify({ title: basename(path), approval, geojson: text } satisfies BaseMap));
  return features;
}

export function removeBaseMap(db: WritableDb): boolean {
  const was = readMeta(db, key) !== null;
  deleteMeta(db, key);
  return was;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new CaseweaveError("file-unreadable", { file: basename(path), reason: (cause as NodeJS.ErrnoException).code ?? "" });
  }
}

interface Feature {
  readonly type?: unknown;
  readonly geometry?: { readonly type?: unknown } | null;
}

function countFeatures(path: string, text: string): number {
  const refuse = (reason: string) => new CaseweaveError("map-unreadable", { file: basename(path), reason });
  let document: { readonly type?: unknown; readonly features?: unknown };
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw refuse((cause as Error).message);
  }
  const features = document?.type === "FeatureCollection" && Array.isArray(document.features) ? (document.features as Feature[]) : [];
  if (features.length === 0) throw refuse("FeatureCollection");
  const broken = features.findIndex((feature) => feature?.type !== "Feature" || typeof feature.geometry?.type !== "string");
  if (broken >= 0) throw refuse(`features[${broken}]`);
  return features.length;
}
