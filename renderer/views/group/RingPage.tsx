// One ring: its figures, phases, people with roles and reasons, what they share, bridges to other rings, sellers, cases.
import type { RingDetail } from "../../../shared/group/ringCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, CaseNumber, Figure, formatTime, PageTitle, Panel, PlainTable, Tag } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { SendButton } from "../review/exchange/SendButton.tsx";
import { ReportButton } from "../review/ReportButton.tsx";
import { useHeadlineMoney } from "./headlineMoney.ts";
import { RingExport } from "./RingExport.tsx";
import { RingMembers } from "./RingMembers.tsx";
import { RingPhases } from "./RingPhases.tsx";
import { EntityButton, EntityButtons, useRingTitle } from "./ringNames.tsx";
import { SellerTable } from "./SellerTable.tsx";

function Figures({ detail }: { readonly detail: RingDetail }) {
  const t = useWords();
  const money = useHeadlineMoney();
  const { parts } = detail;
  const day = (at: string | null) => (at === null ? "—" : formatTime(at, "date").slice(5));
  return (
    <section className="cw-figures" aria-label={t("ring.figure.title")}>
      <Figure
        name={t("ring.figure.people")}
        value={detail.people}
        note={t("ring.figure.peopleNote", { core: detail.members.filter(({ core }) => core).length })}
      />
      <Figure name={t("ring.figure.cases")} value={detail.cases.length} note={t("ring.figure.victims", { n: detail.victims })} />
      <Figure name={t("ring.figure.loss")} value={money(detail.loss)} note={t("ring.figure.series", { n: detail.series.length })} />
      <Figure name={t("ring.figure.stability")} value={detail.stability.toFixed(2)} note={t("ring.figure.stabilityNote")} />
      <Figure name={t("ring.figure.period")} value={`${day(detail.firstAt)} – ${day(detail.lastAt)}`} note={t("ring.figure.periodNote")} />
      <Figure
        name={t("ring.figure.score")}
        value={detail.score.toFixed(1)}
        note={t("ring.figure.scoreNote", {
          cases: parts.cases.toFixed(1),
          victims: parts.victims.toFixed(1),
          loss: parts.loss.toFixed(1),
          shared: parts.shared.toFixed(1),
          recency: parts.recency.toFixed(1),
        })}
      />
    </section>
  );
}

const mostShared = 20;

function SharedThings({ detail }: { readonly detail: RingDetail }) {
  const t = useWords();
  return (
    <Panel title={t("ring.shared.title")} note={t("ring.shared.note", { n: detail.shared.length })}>
      <PlainTable
        rows={detail.shared.slice(0, mostShared)}
        keyOf={({ entity }) => entity}
        columns={[
          { key: "what", title: t("ring.shared.what"), render: (thing) => <EntityButton one={thing} /> },
          { key: "cases", title: t("ring.shared.cases"), align: "right", render: ({ cases }) => cases },
          { key: "people", title: t("ring.shared.people"), align: "right", render: ({ people }) => people },
        ]}
      />
      {detail.shared.length > mostShared && (
        <p className="cw-quiet cw-source-none">{t("ring.shared.more", { n: detail.shared.length - mostShared })}</p>
      )}
    </Panel>
  );
}

function Bridges({ detail }: { readonly detail: RingDetail }) {
  const t = useWords();
  return (
    <Panel title={t("ring.bridge.title")} note={t("ring.bridge.note")}>
      {detail.bridges.map(({ ring, bits, named }) => (
        <p key={ring} className="cw-ring-bridge">
          <button type="button" className="cw-entity" onClick={() => goTo("group", ring)}>
            <b>{ring}</b>
          </button>
          <span className="cw-number cw-small cw-second">
            {bits > 0 ? t("ring.bridge.bits", { bits: bits.toFixed(1) }) : t("ring.bridge.talk")}
          </span>
          <EntityButtons all={named} />
        </p>
      ))}
      {detail.bridges.length === 0 && <p className="cw-quiet cw-source-none">{t("ring.bridge.none")}</p>}
    </Panel>
  );
}

function RingCases({ detail }: { readonly detail: RingDetail }) {
  const t = useWords();
  return (
    <Panel title={t("ring.cases.title")} note={t("ring.cases.note", { n: detail.cases.length })}>
      <div className="cw-ring-cases">
        {detail.cases.map((number) => (
          <button key={number} type="button" className="cw-entity" onClick={() => goTo("chart", `case:${number}`)}>
            <CaseNumber number={number} />
          </button>
        ))}
      </div>
    </Panel>
  );
}

/** `isForeign`: another unit's, whose bridges to further rings stay there. */
export function RingBody({ detail, isForeign = false }: { readonly detail: RingDetail; readonly isForeign?: boolean }) {
  const t = useWords();
  return (
    <>
      <Figures detail={detail} />
      <RingPhases detail={detail} />
      <RingMembers detail={detail} />
      <div className={isForeign ? "" : "cw-ring-pair"}>
        <SharedThings detail={detail} />
        {!isForeign && <Bridges detail={detail} />}
      </div>
      {detail.sellers.length > 0 && (
        <Panel title={t("ring.seller.title")} note={t("ring.seller.note", { n: detail.sellers.length })}>
          <SellerTable sellers={detail.sellers} withRing={false} />
        </Panel>
      )}
      <RingCases detail={detail} />
    </>
  );
}

export function RingPage({ detail }: { readonly detail: RingDetail }) {
  const t = useWords();
  const title = useRingTitle();
  return (
    <article className="cw-series-page">
      <PageTitle
        title={`${detail.ring} ${title(detail)}`}
        note={
          <span className="cw-ring-entities">
            {detail.series.map((series) => (
              <button key={series} type="button" className="cw-entity" onClick={() => goTo("group", series)}>
                <Tag tone="accent">{series}</Tag>
              </button>
            ))}
          </span>
        }
        tools={
          <>
            <SendButton subject="ring" of={detail.ring} />
            <RingExport ring={detail.ring} />
            <ReportButton subject={`ring:${detail.ring}`} kinds={["ring"]} />
            <Button tone="primary" icon="affiliate" shortcut="O" onClick={() => goTo("chart", `ring:${detail.ring}`)}>
              {t("group.page.chart")}
            </Button>
          </>
        }
      />
      <RingBody detail={detail} />
    </article>
  );
}
