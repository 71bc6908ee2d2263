// The pages of the review side by side.
import { useWords } from "../../i18n/index.ts";
import { Segmented } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { boardPrefix } from "../../state/storyboards.ts";

export type Tab = "log" | "boards" | "reports" | "asOf" | "watch";

const subjects: Readonly<Record<Tab, string>> = { log: "", boards: "boards", reports: "reports", asOf: "as-of", watch: "watch" };
export const tabOf = (subject: string): Tab =>
  (Object.entries(subjects) as [Tab, string][]).find(([, own]) => own === subject)?.[0] ?? (subject === boardPrefix ? "boards" : "log");

export function ReviewTabs({ tab }: { readonly tab: Tab }) {
  const t = useWords();
  return (
    <Segmented<Tab>
      label={t("review.tab.name")}
      value={tab}
      options={[
        { value: "log", text: t("review.tab.log") },
        { value: "boards", text: t("review.tab.boards") },
        { value: "reports", text: t("review.tab.reports") },
        { value: "asOf", text: t("review.tab.asOf") },
        { value: "watch", text: t("watch.title") },
      ]}
      onChange={(next) => goTo("review", subjects[next])}
    />
  );
}
