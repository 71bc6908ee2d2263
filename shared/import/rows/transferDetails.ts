// Details of a transfer that lead elsewhere: how it was made, and from which address and machine.
import type { FactSink } from "../factSink.ts";
import type { Cells, Getter, RowPlan } from "../rowPlan.ts";

const channels: readonly (readonly [string, RegExp])[] = [
  ["cash", /^(?:现金?|现钞|cash|取现|存现|现金取款|现金存款|现支|现存|atm|atm.{0,4}|.{0,4}atm|柜面现金|现金交易)$/i],
  ["pos", /^(?:pos|pos.{0,4}|.{0,4}pos机?|刷卡消费|银联pos)$/i],
];
const cashFlag = /^(?:现|现金|现钞|是|cash|y)$/i;

/** The kind of a transaction stands for its channel only where it names one. */
const plainType = (text: string): string => (channels.some(([, form]) => form.test(text)) ? text : "");

/** `cash` and `pos` where the words are plain, other channels as written. */
export function compileChannel(plan: RowPlan): Getter {
  const channel = plan.text("channel");
  const cash = plan.text("cash");
  const known = new Map<string, string>();
  const nameOf = (text: string): string => {
    let name = known.get(text);
    if (name === undefined) {
      name = channels.find(([, form]) => form.test(text))?.[0] ?? text;
      if (known.size < 1_000) known.set(text, name);
    }
    return name;
  };
  const type = plan.text("type");
  const hasCash = plan.has("cash");
  return (cells) => (hasCash && cashFlag.test(cash(cells)) ? "cash" : nameOf(channel(cells) || plainType(type(cells))));
}

/** Account —uses→ IP address and machine. */
export function compileTraces(plan: RowPlan): (cells: Cells, account: number, row: number, sink: FactSink) => void {
  const found = (["ip", "mac"] as const).filter((target) => plan.has(target));
  if (found.length === 0) return () => {};
  const readers = found.map((target) => ({
    text: plan.text(target),
    reader: plan.identifiers(target, target),
    kind: target === "ip" ? "netid" : "device",
  }));
  return (cells, account, row, sink) => {
    if (account < 0) return;
    for (const { text, reader, kind } of readers) {
      for (const { key, isValid } of reader.readAll(text(cells)))
        if (isValid) sink.repeatedLink("uses", account, sink.entity(kind, key, "", row), row);
    }
  };
}
