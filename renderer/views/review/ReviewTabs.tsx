// The pages of the review side by side.
import { useWords } from "../../i18n/index.ts";
import { Segmented } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { boardPrefix } from "../../state/storyboards.ts";

export type Tab = "log" | "boards" | "watch";

const subjects: Readonly<Record<Tab, string>> = { log: "", boards: "boards", watch: "watch" };
export const tabOf = (subject: string): Tab => (subject === "boards" || subject === boardPrefix ? "boards" : "log");

export function ReviewTabs({ tab }: { readonly tab: Tab }) {
  const t = useWords();
  return (
    <Segmented<Tab>
      label={t("review.tab.name")}
      value={tab}
      options={[
        { value: "log", text: t("review.tab.log") },
        { value: "boards", text: t("review.tab.boards") },
        { value: "watch", text: t("watch.title") },
      ]}
      onChange={(next) => goTo("review", subjects[next])}
    />
  );
}
