// Shared identifiers by cases in the order of time: a full dot is direct use, a ring is a meeting one step off.
import type { SeriesDetail, SeriesMember } from "../../../shared/group/calls.ts";
import { tailsAmong } from "../../../shared/look/tails.ts";
import { nameOf, numbersTitle } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { EntityLabel, formatTime, KindGlyph, Panel } from "../../parts/index.ts";
import { membersInTime } from "../../state/group.ts";
import { goTo } from "../../state/navigation.ts";
import { selectEntities } from "../../state/selection.ts";
import { caseTimeText } from "../caseTime.ts";
import { WatchManyButton } from "../review/watch/WatchMany.tsx";

/** Above this many columns only the tails of the numbers fit. */
const mostDatedColumns = 14;
const mostRows = 40;

/** Columns between the first and the last case that has the identifier: what the line spans. */
export function spanOf(cases: Readonly<Record<string, unknown>>, columns: readonly SeriesMember[]): readonly [number, number] {
  const hits = columns.flatMap((column, i) => (cases[column.case] === undefined ? [] : i));
  return [hits[0] ?? -1, hits.at(-1) ?? -1];
}

/** Below this an identifier is no evidence: a known suspect is the label that linking learns from. */
const silentBits = 0.05;

function Cell({
  how,
  isBetween,
  word,
}: {
  readonly how: "direct" | "near" | undefined;
  readonly isBetween: readonly [boolean, boolean];
  readonly word: string;
}) {
  return (
    <td className={`cw-dot-cell ${isBetween[0] ? "cw-line-left" : ""} ${isBetween[1] ? "cw-line-right" : ""}`}>
      <i className={how === undefined ? "cw-dot-none" : `cw-dot-${how}`} />
      {how !== undefined && <span className="cw-unseen">{word}</span>}
    </td>
  );
}

interface RowProps {
  readonly shared: SeriesDetail["shared"][number];
  readonly columns: readonly SeriesMember[];
  readonly isSplitting: boolean;
  readonly series: string;
}

function Row({ shared, columns, isSplitting, series }: RowProps) {
  const t = useWords();
  const [first, last] = spanOf(shared.cases, columns);
  const open = () => {
    selectEntities([shared.entity]);
    goTo("chart", `series:${series}`);
  };
  return (
    <tr className={isSplitting ? "cw-splitting" : ""}>
      <th scope="row">
        <button type="button" className="cw-entity" title={numbersTitle(t, shared)} onClick={open}>
          <KindGlyph kind={shared.kind} size={16} /> <EntityLabel kind={shared.kind} label={nameOf(shared)} />
        </button>
      </th>
      {columns.map(({ case: number }, i) => {
        const how = shared.cases[number];
        return (
          <Cell
            key={number}
            how={how}
            isBetween={[i > first && i <= last, i >= first && i < last]}
            word={how === "direct" ? t("group.matrix.direct") : t("group.matrix.near")}
          />
        );
      })}
      <td className="cw-number cw-align-right">
        {shared.bits < silentBits ? <span title={t("group.matrix.noEvidence")}>—</span> : <b>{shared.bits.toFixed(1)}</b>}
      </td>
    </tr>
  );
}

export function SharedMatrix({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const columns = membersInTime(detail.members);
  const tail = tailsAmong(columns.map((column) => column.case));
  const isDated = columns.length <= mostDatedColumns;
  return (
    <Panel
      className="cw-matrix"
      title={t("group.matrix.title")}
      note={t("group.matrix.note")}
      tools={
        <>
          <WatchManyButton items={detail.shared} reason={t("group.matrix.watchReason", { series: detail.series, title: detail.title })} />
          <span className="cw-legend-item">
            <i className="cw-dot-direct" /> {t("group.matrix.direct")}
          </span>
          <span className="cw-legend-item">
            <i className="cw-dot-near" /> {t("group.matrix.near")}
          </span>
        </>
      }
    >
      <table className={isDated ? "" : "cw-matrix-dense"}>
        <thead>
          <tr>
            <td />
            {columns.map((member) => (
              <th
                key={member.case}
                scope="col"
                className={`${isDated ? "" : "cw-upright"} ${member.state === "waiting" ? "cw-tone-warn" : ""}`}
                title={`${member.case} ${caseTimeText(t, member, "date")}`}
              >
                {isDated && <span>{formatTime(member.at, "date").slice(5)}</span>}
                <span className="cw-quiet">{tail(member.case)}</span>
              </th>
            ))}
            <th scope="col" className="cw-align-right">
              {t("group.matrix.bits")}
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.shared.slice(0, mostRows).map((shared) => (
            <Row
              key={shared.entity}
              shared={shared}
              columns={columns}
              isSplitting={shared.entity === detail.splitBy?.entity}
              series={detail.series}
            />
          ))}
        </tbody>
      </table>
      {detail.shared.length === 0 && <p className="cw-quiet cw-source-none">{t("group.matrix.none")}</p>}
      {detail.shared.length > mostRows && (
        <p className="cw-quiet cw-source-none">{t("group.matrix.more", { n: detail.shared.length - mostRows })}</p>
      )}
    </Panel>
  );
}
