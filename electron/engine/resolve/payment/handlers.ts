// Handlers of the calls of payments in two banks' books.
import type { paymentCalls } from "../../../../shared/resolve/paymentCalls.ts";
import type { Handlers } from "../../handler.ts";
import { acceptSure } from "./judgePayments.ts";
import { listPayments, readPayment } from "./readPayments.ts";
import { runPairing } from "./runPairing.ts";

export const paymentHandlers: Handlers<typeof paymentCalls> = {
  "resolve.pairPayments": (_params, context) => runPairing(context),
  "resolve.listPayments": ({ pile, offset, limit }, { db }) => listPayments(db, pile, offset, limit),
  "resolve.readPayment": ({ paid, received }, { db }) => readPayment(db, paid, received),
  "resolve.acceptSurePayments": ({ reason }, context) => acceptSure(context, reason),
};
