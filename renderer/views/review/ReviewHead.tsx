// Head of the review: its groups, the pages of the open group, and the page's own tools.
import { useWords } from "../../i18n/index.ts";
import { PageTitle, Segmented } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { type PageGroup, pageGroups, type ReviewPage, type ReviewPageProps } from "./page.ts";
import { pages } from "./pages.ts";

const groupWords: Readonly<Record<PageGroup, string>> = {
  today: "review.group.today",
  meeting: "review.group.meeting",
  analysis: "review.group.analysis",
  together: "review.group.together",
};

const pagesOf = (group: PageGroup): readonly ReviewPage[] => pages.filter((page) => page.group === group);
const used = pageGroups.filter((group) => pagesOf(group).length > 0);

export function ReviewHead({ page, about }: { readonly page: ReviewPage } & ReviewPageProps) {
  const t = useWords();
  const siblings = pagesOf(page.group);
  const Tools = page.tools;
  const groups = used.map((value) => ({ value, text: t(groupWords[value]) }));
  return (
    <PageTitle
      title={t("review.title")}
      lead={
        <>
          <Segmented<PageGroup>
            label={t("review.group.name")}
            value={page.group}
            options={groups}
            onChange={(group) => goTo("review", pagesOf(group)[0]?.subject)}
          />
          {siblings.length > 1 && (
            <Segmented
              label={t("review.tab.name")}
              value={page.subject}
              options={siblings.map(({ subject, word }) => ({ value: subject, text: t(word) }))}
              onChange={(subject) => goTo("review", subject)}
            />
          )}
        </>
      }
      tools={Tools && <Tools about={about} />}
    />
  );
}
