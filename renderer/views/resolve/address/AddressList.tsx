// Written addresses of a pile, those that most people stand at first.
import type { AddressMatchLine, AddressMatchPage, AddressRun } from "../../../../shared/resolve/addressCalls.ts";
import { addressStateKeys, doubtKeys, levelKeys } from "../../../i18n/addressWords.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, formatCount, KeyCap, Segmented } from "../../../parts/index.ts";
import {
  type AddressPile,
  findWritten,
  openNearest,
  openWritten,
  showMoreAddresses,
  showPile,
  useAddresses,
} from "../../../state/addresses.ts";

const sizeOf = ({ counts }: AddressRun, pile: AddressPile): number => {
  const piles: Readonly<Record<AddressPile, number>> = {
    doubtful: counts.doubtful,
    judged: counts.accepted + counts.refused,
    sure: counts.sure,
    unmatched: counts.coarse + counts.none,
    all: 0,
  };
  return piles[pile];
};

function Line({ line, isSelected }: { readonly line: AddressMatchLine; readonly isSelected: boolean }) {
  const t = useWords();
  const { place, label, state, reason, standard, told } = line;
  const why =
    state === "doubtful" && reason !== null
      ? t(doubtKeys[reason])
      : standard === null
        ? t(addressStateKeys[state])
        : t(levelKeys[standard.level]);
  return (
    <button type="button" className="cw-row-button cw-address-line" aria-current={isSelected} onClick={() => openWritten(place)}>
      <span className="cw-address-text">{label}</span>
      <span className="cw-small cw-second">
        {why} · {t("resolve.address.told", { count: told })}
      </span>
    </button>
  );
}

export function AddressList({ found, place }: { readonly found: AddressMatchPage; readonly place: string }) {
  const t = useWords();
  const { pile, words, limit } = useAddresses();
  const run = found.run!;
  const option = (value: AddressPile, word: string) => ({ value, text: `${word} ${formatCount(sizeOf(run, value))}` });
  const options = [
    option("doubtful", t("resolve.address.pile.doubtful")),
    option("judged", t("resolve.address.pile.judged")),
    option("sure", t("resolve.address.pile.sure")),
    option("unmatched", t("resolve.address.pile.unmatched")),
  ];
  return (
    <nav className="cw-pairs" data-panel="" tabIndex={-1} aria-label={t("resolve.address.list")}>
      <header className="cw-pairs-head">
        <Segmented label={t("resolve.address.list")} value={pile} options={options} onChange={showPile} />
        <input
          type="search"
          className="cw-input cw-address-find"
          value={words}
          placeholder={t("resolve.address.find")}
          aria-label={t("resolve.address.find")}
          onChange={(event) => findWritten(event.target.value)}
        />
      </header>
      <div className="cw-pairs-list">
        {found.items.length === 0 && (
          <EmptyState icon="mapPin" title={t("resolve.address.none")}>
            {t("resolve.address.noneWhy", { places: formatCount(run.places), standard: formatCount(run.standard) })}
          </EmptyState>
        )}
        {found.items.map((line) => (
          <Line key={line.place} line={line} isSelected={line.place === place} />
        ))}
        {found.items.length === limit && limit < 500 && (
          <Button small tone="text" onClick={showMoreAddresses}>
            {t("resolve.list.more")}
          </Button>
        )}
      </div>
      <footer className="cw-pairs-foot">
        <Button small tone="text" icon="mapPin" onClick={openNearest}>
          {t("resolve.address.near.title")}
        </Button>
        <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> {t("resolve.list.keys")}
      </footer>
    </nav>
  );
}
