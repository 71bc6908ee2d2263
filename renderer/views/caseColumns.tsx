// What a list tells of a new case: number, time, kind, loss.
import type { NewCase } from "../../shared/workspace/calls.ts";
import { useWords } from "../i18n/index.ts";
import { crimeKeys, wordOf } from "../i18n/vocabulary.ts";
import { CaseNumber, type Column, formatMoney } from "../parts/index.ts";
import { CaseLossText } from "./CaseLoss.tsx";
import { caseTimeText } from "./caseTime.ts";

export function useCaseColumns(): readonly Column<NewCase>[] {
  const t = useWords();
  return [
    {
      key: "case",
      title: t("overview.cases.number"),
      width: "minmax(164px, 1.2fr)",
      render: (item) => <CaseNumber number={item.case} />,
      text: (item) => item.case,
    },
    {
      key: "at",
      title: t("overview.cases.at"),
      width: "minmax(132px, 168px)",
      render: (item) => caseTimeText(t, item),
      text: (item) => caseTimeText(t, item),
    },
    {
      key: "type",
      title: t("overview.cases.type"),
      width: "minmax(90px, 1.3fr)",
      render: (item) => wordOf(t, crimeKeys, item.type ?? "—"),
      text: (item) => item.type ?? "",
    },
    {
      key: "loss",
      title: t("overview.cases.loss"),
      width: "minmax(96px, 0.8fr)",
      align: "right",
      render: (item) => <CaseLossText {...item} />,
      text: (item) => (item.loss === null ? "" : formatMoney(item.loss)),
    },
  ];
}
