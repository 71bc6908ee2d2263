// Both cases line by line: what each says, the sign of the comparison between them, shared words of the briefs marked.
import type { SideRow } from "../../../shared/link/calls.ts";
import { maskCard, maskLabel, maskName } from "../../../shared/review/mask.ts";
import { useWords } from "../../i18n/index.ts";
import { sideKeys } from "../../i18n/sides.ts";
import { crimeKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Money, SignMark, useMaskText } from "../../parts/index.ts";
import { usePreferences } from "../../state/preferences.ts";

type Marks = readonly (readonly [number, number])[];

/** Cuts a text at its marks: [text, marked]. Marks that overlap or leave the text are taken as far as they go. */
export function cutMarks(text: string, marks: Marks): readonly (readonly [string, boolean])[] {
  const parts: [string, boolean][] = [];
  let at = 0;
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(at, start);
    const until = Math.min(text.length, end);
    if (until <= from) continue;
    if (from > at) parts.push([text.slice(at, from), false]);
    parts.push([text.slice(from, until), true]);
    at = until;
  }
  if (at < text.length) parts.push([text.slice(at), false]);
  return parts;
}

/** Holders behind account numbers are names: masked like the numbers. */
const maskAccounts = (text: string): string =>
  text.replace(/(?<=\d )\p{Script=Han}{2,4}(?= ·|$)/gu, maskName).replace(/(?<![\d*])\d{9,}(?!\d)/g, maskCard);

/** Identifiers of one kind in a row, with the sign for more at the end. */
const maskEach = (kind: string, text: string): string => text.replace(/[^·…\s][^·…]*?(?=\s*(?:·|…|$))/g, (label) => maskLabel(kind, label));

const rowMaskers: Readonly<Record<string, (text: string) => string>> = {
  accounts: maskAccounts,
  netids: (text) => maskEach("netid", text),
  phones: (text) => maskEach("phone", text),
  devices: (text) => maskEach("device", text),
  vehicles: (text) => maskEach("vehicle", text),
  persons: (text) => maskEach("person", text),
};

function Marked({ text, marks }: { readonly text: string; readonly marks: Marks }) {
  const mask = useMaskText();
  return cutMarks(text, marks).map(([part, isMarked], i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their place only
    isMarked ? <mark key={i}>{mask(part)}</mark> : <span key={i}>{mask(part)}</span>,
  );
}

function Side({ row, side }: { readonly row: SideRow; readonly side: "a" | "b" }) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const text = row[side];
  if (text === "") return <span className="cw-quiet">{t("link.side.missing")}</span>;
  if (row.row === "type") return wordOf(t, crimeKeys, text);
  const maskRow = rowMaskers[row.row];
  if (maskRow !== undefined && isMasked) return <Marked text={maskRow(text)} marks={[]} />;
  if (row.row === "loss") return <Money amount={text} />;
  return <Marked text={text} marks={side === "a" ? row.marksA : row.marksB} />;
}

/** A long brief scrolls in its cell, so the keyboard must be able to stop there. */
const scrollStop = ({ row }: SideRow) => (row === "brief" ? { tabIndex: 0 } : {});

export function SideBySide({ sides }: { readonly sides: readonly SideRow[] }) {
  const t = useWords();
  return (
    <table className="cw-sides" aria-label={t("link.side.title")}>
      <tbody>
        {sides.map((row) => (
          <tr key={row.row} className={row.row === "brief" ? "cw-side-long" : ""}>
            <th scope="row">{wordOf(t, sideKeys, row.row)}</th>
            <td className="cw-side-a">
              <div {...scrollStop(row)}>
                <Side row={row} side="a" />
              </div>
            </td>
            <td className="cw-side-sign">
              <SignMark sign={row.sign} />
            </td>
            <td className="cw-side-b">
              <div {...scrollStop(row)}>
                <Side row={row} side="b" />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
