// Work with other units: send, receive, ask and answer, and what came and went. The address says which.
import type { ComponentType } from "react";
import { type ExchangePage as Page, parseExchangePlace } from "../../../state/exchange.ts";
import type { ReviewPageProps } from "../page.ts";
import { BundleList } from "./BundleList.tsx";
import "./exchange.css";
import { ReceivePage } from "./ReceivePage.tsx";
import { RequestPage } from "./RequestPage.tsx";
import { SendPage } from "./SendPage.tsx";

const parts: Readonly<Record<Page, ComponentType<ReviewPageProps>>> = {
  send: SendPage,
  receive: ReceivePage,
  requests: RequestPage,
  list: BundleList,
};

export function ExchangePage({ about }: ReviewPageProps) {
  const Part = parts[parseExchangePlace(about).page];
  return <Part about={about} />;
}
