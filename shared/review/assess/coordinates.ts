// Pairs of coordinates in a text, as maps, chats and reports write them: `117.283042,31.86119` in either order, with 经度 and 纬度, with N and E, or in
// degrees, minutes and seconds. Only what can lie in or around China is taken for a pair, so that other numbers are not.

export interface WrittenPoint {
  /** UTF-16 places [start, end) in the text. */
  readonly start: number;
  readonly end: number;
  /** Degrees, as written. */
  readonly longitude: number;
  readonly latitude: number;
}

/** Three decimals are a hundred metres: fewer are no place. */
const decimal = "[-+]?\\d{1,3}\\.\\d{3,}";
const sexagesimal = "\\d{1,3}\\s*[°度]\\s*\\d{1,2}\\s*['′分]\\s*(?:\\d{1,2}(?:\\.\\d+)?\\s*[\"″秒]?)?";
const label = "(?:经度|纬度|东经|北纬|[EeNn]|lng|lon|lat)";
const one = `(?:${label}\\s*[:：=]?\\s*)?(${sexagesimal}|${decimal})\\s*°?\\s*(?:[EeNn](?![A-Za-z]))?`;
const pair = new RegExp(`(?<![\\d.])${one}\\s*[,，;；、/&\\s]?\\s*${one}(?![\\d.])`, "g");

function degreesOf(text: string): number {
  const parts = /^(\d{1,3})\s*[°度]\s*(\d{1,2})\s*['′分]\s*(\d{1,2}(?:\.\d+)?)?/.exec(text);
  return parts ? Number(parts[1]) + Number(parts[2]) / 60 + Number(parts[3] ?? 0) / 3600 : Number(text);
}

const isLongitude = (degrees: number): boolean => degrees >= 73 && degrees <= 136;
const isLatitude = (degrees: number): boolean => degrees >= 3 && degrees <= 54;

/** In the order of the text. */
export function findCoordinates(text: string): readonly WrittenPoint[] {
  return [...text.matchAll(pair)].flatMap((match): WrittenPoint[] => {
    const [first, second] = [degreesOf(match[1]!), degreesOf(match[2]!)];
    const place = { start: match.index, end: match.index + match[0].trimEnd().length };
    if (isLongitude(first) && isLatitude(second)) return [{ ...place, longitude: first, latitude: second }];
    if (isLongitude(second) && isLatitude(first)) return [{ ...place, longitude: second, latitude: first }];
    return [];
  });
}

/** Longitude first, five decimals: a metre. */
export const pointText = ({ longitude, latitude }: Pick<WrittenPoint, "longitude" | "latitude">, decimals = 5): string =>
  `${longitude.toFixed(decimals)},${latitude.toFixed(decimals)}`;
