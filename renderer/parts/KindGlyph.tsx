// The glyph of a kind in tables, menus and lists.

import { useWords } from "../i18n/index.ts";
import { kindKeys, wordOf } from "../i18n/vocabulary.ts";
import { usePreferences } from "../state/preferences.ts";
import { kindGlyphMarkup } from "./kindGlyph.ts";
import { SvgMarkup } from "./SvgMarkup.tsx";

export interface KindGlyphProps {
  readonly kind: string;
  readonly subtype?: string;
  readonly size?: number;
}

export function KindGlyph({ kind, subtype = "", size = 18 }: KindGlyphProps) {
  const t = useWords();
  const theme = usePreferences((state) => state.theme);
  const length = `calc(${size} * var(--cw-u))`;
  return (
    <svg
      role="img"
      aria-label={wordOf(t, kindKeys, kind)}
      className="cw-icon"
      style={{ width: length, height: length }}
      viewBox="0 0 48 48"
    >
      <SvgMarkup markup={kindGlyphMarkup(kind, theme, subtype)} />
    </svg>
  );
}
