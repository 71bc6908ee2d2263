// The figures of a series, and the one fact that splits it.
import type { SeriesDetail } from "../../../shared/group/calls.ts";
import { tailsAmong } from "../../../shared/look/tails.ts";
import { nameOf } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { EntityLabel, Figure, formatBits, formatDecimal, formatTime, Icon, KindGlyph } from "../../parts/index.ts";
import { medianGapDays } from "../../state/group.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { useHeadlineMoney } from "./headlineMoney.ts";

export function SeriesFigures({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const money = useHeadlineMoney();
  const count = (state: string) => detail.members.filter((member) => member.state === state).length;
  const gap = medianGapDays(detail.members);
  const { weakest } = detail;
  const tail = tailsAmong(detail.cases);
  return (
    <section className="cw-figures" aria-label={t("group.figure.title")}>
      <Figure
        name={t("group.figure.cases")}
        value={detail.cases.length}
        note={t("group.figure.casesNote", { core: count("core"), borderline: count("borderline"), waiting: count("waiting") })}
      />
      <Figure
        name={t("group.figure.loss")}
        value={money(detail.loss)}
        note={t("group.figure.lossNote", { n: detail.members.filter((member) => member.loss !== null).length })}
      />
      <Figure
        name={t("group.figure.cohesion")}
        value={t("group.figure.bits", { bits: formatDecimal(detail.cohesionBits) })}
        note={t("group.figure.cohesionNote", { count: (detail.cases.length * (detail.cases.length - 1)) / 2 })}
      />
      <div title={t("group.figure.weakestWhy")}>
        <span className="cw-small cw-quiet">{t("group.figure.weakest")}</span>
        <b className="cw-number">{t("group.figure.bits", { bits: formatBits(weakest.bits) })}</b>
        <small>
          {t("group.figure.weakestNote", { count: detail.cases.length - 1 })}{" "}
          <button type="button" className="cw-entity cw-tone-accent" onClick={() => goTo("link", pairSubject(weakest.a, weakest.b))}>
            {tail(weakest.a)} × {tail(weakest.b)}
          </button>
        </small>
      </div>
      <Figure
        name={t("group.figure.period")}
        value={
          detail.firstAt === null ? "—" : `${formatTime(detail.firstAt, "date").slice(5)} – ${formatTime(detail.lastAt, "date").slice(5)}`
        }
        note={gap === null ? "" : t("group.figure.gap", { n: gap })}
      />
    </section>
  );
}

export function SplitBox({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const { splitBy } = detail;
  if (splitBy === null)
    return (
      <p className="cw-split cw-split-none">
        <Icon name="link" size={16} /> {t("group.split.none")}
      </p>
    );
  const kind = splitBy.entity.slice(0, splitBy.entity.indexOf(":"));
  return (
    <p className="cw-split">
      <Icon name="arrowsSplit" size={18} />
      <span>
        <b>{t("group.split.title", { parts: splitBy.parts.join(" + ") })}</b> <KindGlyph kind={kind} size={15} />{" "}
        <EntityLabel kind={kind} label={nameOf(splitBy)} />
      </span>
    </p>
  );
}
