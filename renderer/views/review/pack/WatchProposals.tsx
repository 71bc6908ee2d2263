// What a list proposes to watch: a pack writes nothing, so a person ticks and says why.
import type { PackWords } from "../../../../shared/review/pack/pack.ts";
import type { ShownSection } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Tag } from "../../../parts/index.ts";
import { usePackWords } from "../../../state/packs.ts";
import { WatchManyButton } from "../watch/WatchMany.tsx";

export function WatchProposals({ title, proposed }: { readonly title: PackWords; readonly proposed: ShownSection["watch"] }) {
  const t = useWords();
  const say = usePackWords();
  const waiting = proposed.filter(({ isWatched }) => !isWatched);
  if (waiting.length === 0) return <Tag tone="plus">{t("pack.watch.done")}</Tag>;
  return (
    <WatchManyButton
      items={waiting}
      reason={t("pack.watch.from", { title: say(title) })}
      word={t("pack.watch.button", { count: waiting.length })}
    />
  );
}
