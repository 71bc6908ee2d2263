// Icons that a rule of looks gives to its classes, in the place of the icon of the kind.
import icons from "../../../resources/icons/lookIcons.json" with { type: "json" };

/** Name → strokes in a box of 24 × 24. */
export const lookIcons: Readonly<Record<string, string>> = icons;
export const lookIconNames = Object.keys(lookIcons);
