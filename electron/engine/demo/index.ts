// Demo data: the files of a county's half-year as people have them, and truth.json. The same seed gives the same bytes.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defaultNow } from "./clock.ts";
import { type County, createCounty } from "./county.ts";
import { type AreaFeature, districtFeatures, writeDistrictMap } from "./districtMap.ts";
import { createNumbers } from "./numbers.ts";
import { writeSigned, writeTwoColumn } from "./sheets/bankFiles.ts";
import { writeMobileCalls, writeTelecomCalls, writeTowers } from "./sheets/callFiles.ts";
import { writeFeedback } from "./sheets/feedback.ts";
import { writeResidents, writeSittings, writeStandardAddresses } from "./sheets/homeFiles.ts";
import { writeLastNight, writeLedger } from "./sheets/ledger.ts";
import { type Duplicate, writeCaptures, writeInvolvement, writeLogins, writeRegister, writeStays } from "./sheets/peopleFiles.ts";
import { writePopulation } from "./sheets/populationFile.ts";
import { writeNetLogins, writeSubscribers, writeVehicles } from "./sheets/registerFiles.ts";
import { createStatements } from "./sheets/statements.ts";
import type { DemoFile } from "./sheets/table.ts";
import { type CountyTruth, countyTruth, type DemoTruth, joinTruth } from "./truth.ts";
import type { TypingError } from "./typing.ts";

export type { DemoTruth } from "./truth.ts";

export interface DemoOptions {
  /** Counties: 1 is about 800 cases; 0.1 a tenth of one, 100 a hundred of them, each with files of its own. */
  readonly scale?: number;
  readonly seed?: number;
  /** The morning after the last night (ms UTC). */
  readonly now?: number;
  readonly onCounty?: (done: number, all: number) => void;
}

export interface DemoFiles {
  /** Names inside the folder, in a good order for import; without last night's. */
  readonly files: readonly string[];
  /** Last night's reports, imported after the first run of link and group so that it shows what they match. */
  readonly lateFiles: readonly string[];
  /** Boundaries of the districts, invented: a base map (GeoJSON). */
  readonly map: string;
  readonly truth: DemoTruth;
}

/** Not to be taken for a map of the land. */
export const demoApproval = "虚构示意图，非真实地图，无审图号";
const mapName = "虚构区界.geojson";

/** In the order of import: last night comes last, so that the import can say which series it matches. */
async function* writeCounty(county: County, errors: TypingError[], duplicates: Duplicate[]): AsyncGenerator<DemoFile> {
  yield await writeLedger(county, errors);
  yield writeInvolvement(county);
  yield await writeRegister(county, duplicates);
  const statements = createStatements(county);
  yield writeTwoColumn(county, statements);
  yield await writeSigned(county, statements);
  yield await writeFeedback(county, statements);
  yield writeTowers(county);
  yield writeMobileCalls(county);
  yield await writeTelecomCalls(county);
  yield await writeSubscribers(county);
  yield await writeStays(county);
  yield writeCaptures(county);
  yield writeLogins(county);
  yield writeNetLogins(county);
  yield writeVehicles(county);
  yield writeStandardAddresses(county);
  yield writeResidents(county);
  yield writeSittings(county);
  yield writePopulation(county);
  yield writeLastNight(county, errors);
}

export async function writeDemoFiles(folder: string, options: DemoOptions = {}): Promise<DemoFiles> {
  const { scale = 1, seed = 1, now = defaultNow, onCounty } = options;
  await mkdir(folder, { recursive: true });
  const numbers = createNumbers(seed);
  const count = Math.max(1, Math.ceil(scale - 1e-9));
  const files: string[] = [];
  const lateFiles: string[] = [];
  const parts: CountyTruth[] = [];
  const areas: AreaFeature[] = [];
  for (let index = 0; index < count; index++) {
    const county = createCounty({ seed, county: index, share: Math.min(1, scale - index), now, numbers });
    const errors: TypingError[] = [];
    const duplicates: Duplicate[] = [];
    for await (const { name, bytes } of writeCounty(county, errors, duplicates)) {
      (name.startsWith("昨夜警情") ? lateFiles : files).push(name);
      await writeFile(join(folder, name), bytes);
    }
    areas.push(...districtFeatures(county));
    parts.push(countyTruth(county, errors, duplicates));
    onCounty?.(index + 1, count);
  }
  const truth = joinTruth(seed, scale, parts);
  await writeFile(join(folder, "truth.json"), `${JSON.stringify(truth, null, 1)}\n`);
  await writeFile(join(folder, mapName), writeDistrictMap(areas));
  return { files, lateFiles, map: mapName, truth };
}
