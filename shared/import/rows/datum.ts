// Which system coordinates are told in. CGCS2000 lies within centimetres of WGS-84.
import type { MappingFormat } from "../mapping.ts";

export type Datum = NonNullable<MappingFormat["datum"]>;

const words: readonly (readonly [RegExp, Datum])[] = [
  [/wgs|gps|cgcs|大地2000|国家2000|84/i, "WGS-84"],
  [/gcj|火星|国测|高德|腾讯|02/i, "GCJ-02"],
  [/bd|百度|09/i, "BD-09"],
];

/** Null where the words name none of the three. */
export const readDatum = (text: string): Datum | null => words.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Where a point of China can lie; swapped and zero coordinates fall out. */
export const isInChina = (longitude: number, latitude: number): boolean =>
  longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
