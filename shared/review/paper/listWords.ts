// What a list says of money in words: whose it is, where it came from, what is held back of it, how sure that is, what to ask for.
import { fenOf } from "../../model/money.ts";
import type { Claim, ListLine, RecordKind, RecordRequest } from "../../trace/lists/listLine.ts";
import { clockText, groupDigits } from "./plainText.ts";
import type { Say } from "./say.ts";

export const recordKeys: Readonly<Record<RecordKind, string>> = {
  statement: "trace.record.statement",
  opening: "trace.record.opening",
  subaccounts: "trace.record.subaccounts",
  login: "trace.record.login",
  order: "trace.record.order",
};

export const claimText = ({ case: number }: Pick<Claim, "case">): string => number ?? "";

/** Without a case those who paid are the ones who lost it. */
export function victimText({ victims, payers }: Pick<Claim, "victims" | "payers">, say: Say): string {
  const names = victims.length > 0 ? victims : [...new Set(payers.map(({ name }) => name))].filter((name) => name !== "");
  return names.join(say("report.cite.comma"));
}

const mostOwners = 6;

/** `A3412… 王丽` a case; what is beyond a few stands in the table of the claims. */
export function ownersText({ claims }: Pick<ListLine, "claims">, say: Say): string {
  const shown = claims.slice(0, mostOwners).map((claim) => `${claimText(claim)} ${victimText(claim, say)}`.trim());
  const rest = claims.length - shown.length;
  return [...shown, ...(rest > 0 ? [say("trace.save.moreOwners", { count: rest })] : [])].join("\n");
}

/** Account, holder and bank of each who paid: where a return goes. Nothing known is said, not left blank. */
export function payersText({ payers, victims }: Pick<Claim, "payers" | "victims">, say: Say): string {
  if (payers.length === 0) return say("trace.save.noPayer");
  return payers
    .map(({ account, name, bank }) => {
      const whose = [account, name, bank].filter((word) => word !== "").join(" ");
      const isOther = name !== "" && victims.length > 0 && !victims.includes(name);
      return isOther ? say("trace.save.payerOther", { payer: whose }) : whose;
    })
    .join(say("report.cite.semicolon"));
}

/** What the case's sheet says is stopped, frozen, returned; that a stop has run out is said beside it. */
export function recordedText({ recorded }: Pick<Claim, "recorded">, say: Say): string {
  const { stopped, frozen, returned, isStopOver } = recorded;
  const told = [
    stopped === null
      ? ""
      : say(isStopOver && frozen === null ? "trace.recorded.stopOver" : "trace.recorded.stopped", { sum: groupDigits(stopped) }),
    frozen === null ? "" : say("trace.recorded.frozen", { sum: groupDigits(frozen) }),
    returned === null ? "" : say("trace.recorded.returned", { sum: groupDigits(returned) }),
  ].filter((word) => word !== "");
  return told.length === 0 ? say("trace.recorded.none") : told.join(say("report.cite.comma"));
}

/** The last digits, as people name an account: 李娜 …1856. */
const shortAccount = ({ account, name, bank }: { readonly account: string; readonly name: string; readonly bank: string }): string =>
  [name || bank, `…${account.slice(-4)}`].filter((word) => word !== "").join(" ");

/** 王丽 …0412 → 05-05 13:00 50,000.00 → 李娜 …1856 → … */
export function wayText({ payers, way }: Pick<Claim, "payers" | "way">, say: Say): string {
  if (way.length === 0) return "";
  const [first] = payers;
  const steps = way.map((step) =>
    say("trace.way.step", { at: clockText(step.at).slice(5, 16), amount: groupDigits(step.amount), account: shortAccount(step) }),
  );
  return [first === undefined ? say("trace.way.start") : shortAccount(first), ...steps].join(" ");
}

/** What stands on the account, what its records show, and how far the policies agree. */
export function sureText({ reason, measure, traced, least, most, amount }: ListLine, say: Say): string {
  const isSame = fenOf(least) === fenOf(most);
  const known = reason === "unknown" ? "trace.sure.unknown" : isSame ? "trace.sure.same" : "trace.sure.range";
  const words = [
    reason === "pool" ? "" : say(known, { least: groupDigits(least), most: groupDigits(most) }),
    measure === null ? "" : measureText(measure, say),
    reason === "stopped" || reason === "recorded" || reason === "exhausted" || reason === "service" ? say(`trace.reason.${reason}`) : "",
    reason === "unknown" || reason === "held" ? lessText(traced, amount, say) : "",
  ];
  return words.filter((word) => word !== "").join(say("report.cite.semicolon"));
}

function measureText({ kind, until, amount }: NonNullable<ListLine["measure"]>, say: Say): string {
  const day = clockText(until).slice(0, 16);
  return say(kind === "freeze" ? "trace.sure.frozen" : "trace.sure.stopped", {
    until: day,
    sum: amount === null ? say("trace.sure.whole") : groupDigits(amount),
  });
}

/** Where less is asked for than lies there, the rest is held back. */
function lessText(traced: string, amount: string, say: Say): string {
  const rest = (fenOf(traced) ?? 0) - (fenOf(amount) ?? 0);
  return rest > 0 ? say("trace.sure.less", { traced: groupDigits(traced) }) : "";
}

/** 交易明细 2026-09-05 至 2026-11-26. */
export const requestText = ({ record, since, until }: RecordRequest, say: Say): string =>
  since === null
    ? say("trace.record.sinceOpened", { record: say(recordKeys[record]), until })
    : say("trace.record.period", { record: say(recordKeys[record]), since, until });
