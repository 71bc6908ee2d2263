// The list at the left: pairs to judge, pairs judged, and merged identities, the least certain first.
import type { ReactNode } from "react";
import { strengthKeys, strengthOf } from "../../../shared/link/strength.ts";
import type { ClusterPage, IdentityPairPage } from "../../../shared/resolve/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, EntityLabel, formatBits, formatCount, KeyCap, Segmented, Skeleton } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { identitySubject, type ResolveState, showMode, showMore, useResolve } from "../../state/resolve.ts";

interface RowProps {
  readonly rank: number;
  readonly subject: string;
  readonly isSelected: boolean;
  readonly names: readonly string[];
  readonly figure: ReactNode;
  readonly note: ReactNode;
}

function Row({ rank, subject, isSelected, names, figure, note }: RowProps) {
  return (
    <button type="button" className="cw-pair" aria-current={isSelected} onClick={() => goTo("resolve", subject)}>
      <span className="cw-pair-rank">{rank}</span>
      <span className="cw-pair-cases">
        {names.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records may have one name
          <EntityLabel key={i} kind="person" label={name} />
        ))}
      </span>
      <span className="cw-pair-score">
        <span>
          <span className="cw-small cw-second cw-number">{note}</span>
          <b>{figure}</b>
        </span>
      </span>
    </button>
  );
}

export interface IdentityListProps {
  readonly pairs: IdentityPairPage | null;
  readonly clusters: ClusterPage | null;
  readonly subject: string;
}

function Rows({ pairs, clusters, subject }: IdentityListProps) {
  const t = useWords();
  const mode = useResolve((state) => state.mode);
  if (mode === "merged") {
    return clusters?.items.map(({ identity, label, members, weakestBits }, i) => (
      <Row
        rank={i + 1}
        key={identity}
        subject={identity}
        isSelected={identity === subject}
        names={[label]}
        figure={t("resolve.list.parts", { n: formatCount(members.length) })}
        note={weakestBits === null ? t("resolve.list.settled") : formatBits(weakestBits)}
      />
    ));
  }
  return pairs?.items.map((pair, i) => (
    <Row
      rank={i + 1}
      key={identitySubject(pair)}
      subject={identitySubject(pair)}
      isSelected={identitySubject(pair) === subject}
      names={[pair.labelA, pair.labelB]}
      figure={t(strengthKeys[strengthOf(pair.bits)])}
      note={formatBits(pair.bits)}
    />
  ));
}

/** Another list: its first item opens, not one that is not in it. */
function chooseMode(mode: ResolveState["mode"]): void {
  showMode(mode);
  goTo("resolve");
}

export function IdentityList(props: IdentityListProps) {
  const t = useWords();
  const mode = useResolve((state) => state.mode);
  const { pairs, clusters } = props;
  const options: { value: ResolveState["mode"]; text: string }[] = [
    { value: "waiting", text: `${t("resolve.list.waiting")} ${formatCount(pairs?.waiting ?? 0)}` },
    { value: "judged", text: `${t("resolve.list.judged")} ${formatCount(pairs?.judged ?? 0)}` },
    { value: "merged", text: `${t("resolve.list.merged")} ${formatCount(clusters?.all ?? 0)}` },
  ];
  const page = mode === "merged" ? clusters : pairs;
  const count = page?.items.length ?? 0;
  const run = page?.run;
  return (
    <nav className="cw-pairs" data-panel="" tabIndex={-1} aria-label={t("resolve.list.title")}>
      <header className="cw-pairs-head">
        <Segmented label={t("resolve.list.mode")} value={mode} options={options} onChange={chooseMode} />
      </header>
      <div className="cw-pairs-list">
        {page === null && <Skeleton rows={10} tall />}
        {page !== null && count === 0 && run && (
          <EmptyState icon="fingerprint" title={t("resolve.list.none")}>
            {t("resolve.list.noneWhy", { records: formatCount(run.records), identities: formatCount(run.identities) })}
          </EmptyState>
        )}
        <Rows {...props} />
        {count > 0 && count % 100 === 0 && count < 500 && (
          <Button small tone="text" onClick={showMore}>
            {t("resolve.list.more")}
          </Button>
        )}
      </div>
      <footer className="cw-pairs-foot">
        <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> {t("resolve.list.keys")}
      </footer>
    </nav>
  );
}
