// One icon of the set, in the colour of the text around it.
import { type IconName, iconPaths } from "./icons.ts";
import { SvgMarkup } from "./SvgMarkup.tsx";

export type { IconName } from "./icons.ts";

export interface IconProps {
  readonly name: IconName;
  /** px at the normal scale; follows the projector. */
  readonly size?: number;
  readonly stroke?: number;
}

export function Icon({ name, size = 16, stroke = 1.6 }: IconProps) {
  const length = `calc(${size} * var(--cw-u))`;
  return (
    <svg
      aria-hidden="true"
      className="cw-icon"
      style={{ width: length, height: length }}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <SvgMarkup markup={iconPaths[name]} />
    </svg>
  );
}
