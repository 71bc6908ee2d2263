// Both cases line by line: what each says, the sign of the comparison between them, shared words of the briefs marked.
import { Fragment } from "react";
import type { SideRow, SilentShared } from "../../../shared/link/calls.ts";
import { entityName } from "../../i18n/entityNames.ts";
import { hubKeys } from "../../i18n/hubs.ts";
import { useWords } from "../../i18n/index.ts";
import { sideKeys } from "../../i18n/sides.ts";
import { crimeKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Money, SignMark } from "../../parts/index.ts";

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

function Marked({ text, marks }: { readonly text: string; readonly marks: Marks }) {
  return cutMarks(text, marks).map(([part, isMarked], i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their place only
    isMarked ? <mark key={i}>{part}</mark> : <span key={i}>{part}</span>,
  );
}

function Side({ row, side }: { readonly row: SideRow; readonly side: "a" | "b" }) {
  const t = useWords();
  const text = row[side];
  if (text === "") return <span className="cw-quiet">{t("link.side.missing")}</span>;
  if (row.row === "type") return wordOf(t, crimeKeys, text);
  if (row.row === "loss") return <Money amount={text} />;
  return <Marked text={text} marks={side === "a" ? row.marksA : row.marksB} />;
}

/** A long brief scrolls in its cell, so the keyboard must be able to stop there. */
const scrollStop = ({ row }: SideRow) => (row === "brief" ? { tabIndex: 0 } : {});

const silentKeys: Readonly<Record<string, string>> = { ...hubKeys, victim: "link.silent.victim", common: "link.silent.common" };

/** The same on both sides and no evidence: why. */
function SilentRow({ silent }: { readonly silent: readonly SilentShared[] }) {
  const t = useWords();
  const told = silent.map(({ entity, label, reason, cases }) =>
    t("link.silent.one", { name: entityName(entity, label), cases, why: wordOf(t, silentKeys, reason) }),
  );
  return (
    <tr className="cw-side-silent">
      <td />
      <td colSpan={3}>{t("link.silent.line", { what: told.join(t("link.silent.and")) })}</td>
    </tr>
  );
}

export function SideBySide({ sides }: { readonly sides: readonly SideRow[] }) {
  const t = useWords();
  return (
    <table className="cw-sides" aria-label={t("link.side.title")}>
      <tbody>
        {sides.map((row) => (
          <Fragment key={row.row}>
            <tr className={row.row === "brief" ? "cw-side-long" : ""}>
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
            {row.silent.length > 0 && <SilentRow silent={row.silent} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
