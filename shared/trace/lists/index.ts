// The registry of lists. A new list is one file and one line.
import { listFreezes } from "./freeze.ts";
import { listReturns } from "./giveBack.ts";
import type { MoneyList } from "./listLine.ts";
import { listRequests } from "./request.ts";
import { listSecured } from "./secured.ts";
import { listStops } from "./stop.ts";

export const listNames = ["stop", "freeze", "request", "return", "secured"] as const;
export type ListName = (typeof listNames)[number];

export const moneyLists: Readonly<Record<ListName, MoneyList>> = {
  stop: listStops,
  freeze: listFreezes,
  request: listRequests,
  return: listReturns,
  secured: listSecured,
};
