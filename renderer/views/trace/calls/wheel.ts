// The time wheel of a number: seven rings for the days of the week, Monday inmost, 24 sectors for the hours, midnight on top, clockwise.

/** Sizes in the units of the picture: centre (0, 0). */
export const inner = 58;
export const outer = 193;
const rings = 7;
const sectors = 24;

export interface WheelCell {
  readonly weekday: number;
  readonly hour: number;
  readonly count: number;
  /** 0 none … 5 most: step of the colour scale. */
  readonly step: number;
  /** SVG path. */
  readonly path: string;
}

/** Linear steps show the peaks, logarithmic ones also the rare hours. */
export type WheelScale = "linear" | "log";

const angleOf = (hour: number): number => (2 * Math.PI * hour) / sectors - Math.PI / 2;
const point = (radius: number, angle: number): string =>
  `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;

export const radiusOf = (weekday: number): number => inner + ((outer - inner) * weekday) / rings;

function pathOf(weekday: number, hour: number): string {
  const [from, until] = [angleOf(hour), angleOf(hour + 1)];
  const [near, far] = [radiusOf(weekday), radiusOf(weekday + 1)];
  return `M${point(near, from)}L${point(far, from)}A${far} ${far} 0 0 1 ${point(far, until)}L${point(near, until)}A${near} ${near} 0 0 0 ${point(near, from)}Z`;
}

/** 0 for none, else 1 … 5 by the share of the most. */
export function stepOf(count: number, most: number, scale: WheelScale): number {
  if (count <= 0 || most <= 0) return 0;
  const share = scale === "linear" ? count / most : Math.log1p(count) / Math.log1p(most);
  return Math.max(1, Math.min(5, Math.ceil(5 * share)));
}

/** hours[weekday][hour], Monday first. */
export function layOutWheel(hours: readonly (readonly number[])[], scale: WheelScale): readonly WheelCell[] {
  const most = Math.max(0, ...hours.flat());
  return hours.flatMap((row, weekday) =>
    row.map((count, hour) => ({ weekday, hour, count, step: stepOf(count, most, scale), path: pathOf(weekday, hour) })),
  );
}

/** Where the hour's figure stands, just outside the rings. */
export function tickAt(hour: number): { readonly x: number; readonly y: number } {
  const angle = angleOf(hour);
  return { x: (outer + 13) * Math.cos(angle), y: (outer + 13) * Math.sin(angle) };
}
