// Distance over so short a way that the earth is flat.

interface Spot {
  /** Degrees, WGS-84. */
  readonly longitude: number;
  readonly latitude: number;
}

export const metresADegree = 111_320;

/** Equirectangular: off by less than 1 % inside a country. */
export function metresBetween(a: Spot, b: Spot): number {
  const dx = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(dx, a.latitude - b.latitude) * metresADegree;
}
