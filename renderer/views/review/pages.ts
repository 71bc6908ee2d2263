// Pages of the review, each group in the order of its tabs: a new page is one file and one line here.

import { packsPage } from "../../state/packs.ts";
import { AssessPage } from "./assess/AssessPage.tsx";
import { BoardList } from "./board/BoardList.tsx";
import { BriefPage } from "./brief/BriefPage.tsx";
import { BriefTools } from "./brief/BriefTools.tsx";
import { ExchangePage } from "./exchange/ExchangePage.tsx";
import { ExchangeTools } from "./exchange/ExchangeTools.tsx";
import { AsOfPage } from "./log/AsOfPage.tsx";
import { LogPage } from "./log/LogPage.tsx";
import { PackPage } from "./pack/PackPage.tsx";
import { PackTools } from "./pack/PackTools.tsx";
import type { ReviewPage } from "./page.ts";
import { ReportList } from "./report/ReportList.tsx";
import { StatisticsPage } from "./statistics/StatisticsPage.tsx";
import { StatisticsTools } from "./statistics/StatisticsTools.tsx";
import { TaskPage } from "./task/TaskPage.tsx";
import { TaskTools } from "./task/TaskTools.tsx";
import { WatchPage } from "./watch/WatchPage.tsx";
import { WatchTools } from "./watch/WatchTools.tsx";

const log: ReviewPage = { group: "meeting", subject: "", word: "review.tab.log", component: LogPage };

export const pages: readonly ReviewPage[] = [
  { group: "today", subject: "assess", word: "assess.title", component: AssessPage },
  { group: "today", subject: "watch", word: "watch.title", component: WatchPage, tools: WatchTools },
  { group: "today", subject: "task", word: "task.title", component: TaskPage, tools: TaskTools },
  log,
  { group: "meeting", subject: "boards", word: "review.tab.boards", component: BoardList },
  { group: "meeting", subject: "reports", word: "review.tab.reports", component: ReportList },
  { group: "meeting", subject: "as-of", word: "review.tab.asOf", component: AsOfPage },
  { group: "together", subject: packsPage, word: "pack.title", component: PackPage, tools: PackTools },
  { group: "together", subject: "exchange", word: "exchange.tab.title", component: ExchangePage, tools: ExchangeTools },
  { group: "analysis", subject: "statistics", word: "statistics.title", component: StatisticsPage, tools: StatisticsTools },
  { group: "analysis", subject: "briefs", word: "brief.title.name", component: BriefPage, tools: BriefTools },
];

/** The page that an address means and what it is about; an unknown one means the log of decisions. */
export function findPage(subject: string): { readonly page: ReviewPage; readonly about: string } {
  const cut = subject.indexOf("/");
  const name = cut < 0 ? subject : subject.slice(0, cut);
  return { page: pages.find((page) => page.subject === name) ?? log, about: cut < 0 ? "" : subject.slice(cut + 1) };
}
