// The series, rings, charts and storyboards that a bundle brought, each a click away.
import { useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";
import { keptSubject } from "../../../state/chartFiles.ts";
import { goTo } from "../../../state/navigation.ts";
import { openBoard } from "../../../state/storyboards.ts";
import { useCall } from "../../../state/useCall.ts";

export function BroughtButtons({ bundle }: { readonly bundle: number }) {
  const t = useWords();
  const found = useCall("review.listFindings", {}, ["group", "exchange"]).data ?? [];
  const charts = useCall("chart.listCharts", {}, ["charts"]).data ?? [];
  const boards = useCall("review.listStoryboards", {}, ["storyboards"]).data ?? [];
  const own = <One extends { readonly from: { readonly bundle: number } | null }>(all: readonly One[]) =>
    all.filter(({ from }) => from?.bundle === bundle);
  return (
    <p className="cw-exchange-brought">
      {found
        .filter((one) => one.bundle === bundle)
        .map(({ finding, findingKind, number, title }) => (
          <Button key={finding} small icon="topology" onClick={() => goTo("group", finding)}>
            {t(findingKind === "series" ? "exchange.brought.series" : "exchange.brought.ring", { number, title })}
          </Button>
        ))}
      {own(charts).map(({ id, name }) => (
        <Button key={id} small icon="affiliate" onClick={() => goTo("chart", keptSubject(id))}>
          {t("exchange.brought.chart", { name })}
        </Button>
      ))}
      {own(boards).map(({ id, name }) => (
        <Button key={id} small icon="presentation" onClick={() => openBoard(id)}>
          {t("exchange.brought.board", { name })}
        </Button>
      ))}
    </p>
  );
}
