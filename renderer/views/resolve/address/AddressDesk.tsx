// The desk: written addresses in piles at the left, the open one with what it may be at the right.
import type { AddressMatchLine, AddressMatchPage } from "../../../../shared/resolve/addressCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, Icon, Skeleton } from "../../../parts/index.ts";
import { matchAddresses, openWritten, useAddresses, useIsMatching } from "../../../state/addresses.ts";
import { goTo } from "../../../state/navigation.ts";
import { besideSubject } from "../../../state/resolve.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { useViewKeys } from "../../viewKeys.ts";
import { AddressCard } from "./AddressCard.tsx";
import { AddressList } from "./AddressList.tsx";

function MatchButton({ word }: { readonly word: string }) {
  return (
    <Button tone="primary" small disabled={useIsMatching()} onClick={() => matchAddresses().catch(reportError)}>
      {word}
    </Button>
  );
}

/** Before the first run, and before there is a table. */
function Beginning({ standard }: { readonly standard: number }) {
  const t = useWords();
  const isMatching = useIsMatching();
  if (standard === 0)
    return (
      <EmptyState
        icon="mapPin"
        title={t("resolve.address.noTable")}
        action={<Button onClick={() => goTo("import")}>{t("frame.stage.import")}</Button>}
      >
        {t("resolve.address.noTableWhy")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="mapPin"
      title={t("resolve.address.notRun", { count: standard })}
      action={<MatchButton word={t("resolve.address.run")} />}
    >
      {isMatching ? t("resolve.address.inBackground") : t("resolve.address.notRunWhy")}
    </EmptyState>
  );
}

function Stale() {
  const t = useWords();
  const isMatching = useIsMatching();
  return (
    <div className="cw-stale">
      <Icon name="alertTriangle" size={15} />
      <span className="cw-stale-words">{isMatching ? t("resolve.address.inBackground") : t("resolve.address.stale")}</span>
      <MatchButton word={t("resolve.address.again")} />
    </div>
  );
}

/** One that its pile does not list (any more) is read by itself. */
function Open({ line, place, next }: { readonly line: AddressMatchLine | undefined; readonly place: string; readonly next: () => void }) {
  const t = useWords();
  const { data, error, reload } = useCall("resolve.readAddressMatch", line === undefined && place !== "" ? { place } : null, [
    "resolve",
    "decisions",
  ]);
  const shown = line ?? data;
  if (error !== null && line === undefined) return <ErrorPanel error={error} onRetry={reload} />;
  if (shown === null) return <EmptyState icon="mapPin" title={t("resolve.address.choose")} />;
  return <AddressCard key={shown.place} line={shown} onJudged={next} />;
}

function Desk({ found, place }: { readonly found: AddressMatchPage; readonly place: string }) {
  const places = found.items.map((item) => item.place);
  const shown = place === "" ? (places[0] ?? "") : place;
  const step = (by: 1 | -1) => {
    const next = besideSubject(places, shown, by);
    if (next !== undefined) openWritten(next);
  };
  useViewKeys("addresses", { j: () => step(1), k: () => step(-1) });
  return (
    <div className="cw-link">
      <div className="cw-link-left">
        <AddressList found={found} place={shown} />
      </div>
      <div className="cw-link-right">
        {found.stale && <Stale />}
        <Open line={found.items.find((item) => item.place === shown)} place={shown} next={() => step(1)} />
      </div>
    </div>
  );
}

export function AddressDesk({ place }: { readonly place: string }) {
  const { pile, words, limit } = useAddresses();
  const { data, error, reload } = useCall("resolve.listAddressMatches", { pile, words, limit }, ["resolve", "decisions", "facts"]);
  if (error !== null && data === null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={12} tall />;
  return data.run === null ? <Beginning standard={data.standard} /> : <Desk found={data} place={place} />;
}
