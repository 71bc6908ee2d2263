// All parts through one import.
export { Button, IconButton } from "./Button.tsx";
export { CitationLink } from "./CitationLink.tsx";
export { type Column, DataTable } from "./DataTable.tsx";
export { DateField } from "./DateField.tsx";
export { Dialog } from "./Dialog.tsx";
export { Drawer } from "./Drawer.tsx";
export { Figure } from "./Figure.tsx";
export { formatBits, formatBytes, formatCount, formatDecimal, formatMoney, formatPosterior, formatTime, thisDay } from "./format.ts";
export { Icon, type IconName } from "./Icon.tsx";
export { KindGlyph } from "./KindGlyph.tsx";
export { kindGlyphSvg, kindGlyphUri } from "./kindGlyph.ts";
export { PageTitle, Panel } from "./Panel.tsx";
export { PlainTable, type PlainTableProps } from "./PlainTable.tsx";
export { EmptyState, ErrorPanel, Skeleton } from "./States.tsx";
export { Segmented, Tag, type Tone } from "./Tag.tsx";
export { showWrong } from "./typedMoment.ts";
export { Bits, CaseNumber, EntityLabel, KeyCap, Money, SignMark } from "./Values.tsx";
