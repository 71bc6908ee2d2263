// One row of a call record or message log → one call with the handset and tower of the statement's own number.

import { messageWords, wayOf } from "../cells/callWords.ts";
import { readDuration } from "../cells/duration.ts";
import { cellText } from "../cells/words.ts";
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { type RowFailure, type RowWriter, reject } from "../targets/target.ts";
import { coverageOf } from "./coverage.ts";
import { compilePlace } from "./places.ts";

export function compileCall(plan: RowPlan, medium: "call" | "message"): RowWriter {
  const isOneSided = !(plan.has("caller") && plan.has("callee"));
  const ends = isOneSided ? compileOwnEnds(plan) : compileBothEnds(plan);
  const time = plan.time("time");
  const duration = plan.text("duration");
  const kind = plan.text("medium");
  const direction = plan.text("direction");
  const [place, handset] = [compilePlace(plan), compileHandset(plan)];
  const coverage = coverageOf(plan, "phone", "call");
  const write = (cells: Cells, row: number, sink: FactSink): RowFailure | null => {
    const verdict = time.read(cells);
    if (verdict !== "ok") return reject(verdict === "missing" ? "time-missing" : "time-invalid", plan.has("time") ? "time" : "time.date");
    const pair = ends(cells);
    if ("verdict" in pair) return pair;
    const { at, precision } = time.reader;
    const [from, to] = [phoneOf(pair.from, row, sink), phoneOf(pair.to, row, sink)];
    const own = isOneSided && pair.own === "to" ? to : from;
    const seconds = readDuration(duration(cells));
    if (Number.isNaN(seconds)) plan.doubts.add("cell-not-understood", plan.headingOf("duration"), duration(cells));
    const isMessage = medium === "message" || messageWords.test(kind(cells)) || (kind(cells) === "" && messageWords.test(direction(cells)));
    sink.call({
      at,
      precision,
      from,
      to,
      seconds: isMessage ? 0 : Number.isNaN(seconds) ? -1 : seconds,
      medium: isMessage ? "message" : "call",
      place: place.write(cells, row, sink),
      device: handset(cells, own, row, sink),
      row,
    });
    if (isOneSided && pair.ownKey !== "") coverage.add(pair.ownKey, at, precision);
    return null;
  };
  return { write, finish: (sink) => coverage.write(sink) };
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly own: "from" | "to";
  readonly ownKey: string;
}

const phoneOf = (key: string, row: number, sink: FactSink): number => (key === "" ? -1 : sink.entity("phone", key, "", row));

function compileBothEnds(plan: RowPlan): (cells: Cells) => Ends | RowFailure {
  const read = compileNumber(plan);
  const [caller, callee] = [read("caller"), read("callee")];
  return (cells) => {
    const [from, to] = [caller(cells), callee(cells)];
    if (from === null || to === null) return reject("precision-lost", from === null ? "caller" : "callee");
    if (from === "" && to === "") return reject("party-missing", "caller");
    return { from, to, own: "from", ownKey: "" };
  };
}

/** Statement of one number; where the sheet does not name it, it is known inside this file only. */
function compileOwnEnds(plan: RowPlan): (cells: Cells) => Ends | RowFailure {
  const read = compileNumber(plan);
  const ownTarget = plan.has("own.phone") ? "own.phone" : plan.has("caller") ? "caller" : "callee";
  const otherTarget = plan.has("other.phone") ? "other.phone" : ownTarget === "callee" || !plan.has("callee") ? "caller" : "callee";
  const [own, other] = [read(ownTarget), read(otherTarget)];
  const direction = plan.text("direction");
  return (cells) => {
    const [mine, theirs] = [own(cells), other(cells)];
    if (mine === null || theirs === null) return reject("precision-lost", mine === null ? ownTarget : otherTarget);
    if (theirs === "") return reject("party-missing", otherTarget);
    const way = wayOf(direction(cells));
    if (way === "") return reject("direction-unknown", "direction");
    const ownKey = mine === "" ? "#own" : mine;
    return way === "out" ? { from: ownKey, to: theirs, own: "from", ownKey } : { from: theirs, to: ownKey, own: "to", ownKey };
  };
}

/** "" for none, null where digits were lost. */
const compileNumber = (plan: RowPlan) => (target: string) => {
  const text = plan.text(target);
  const reader = plan.identifiers("phone", target);
  return (cells: Cells): string | null => {
    const found = reader.readOne(cellText(text(cells)));
    return found === null ? "" : found.isLost ? null : found.key;
  };
};

/** Handset of the own number, with phone —uses→ device; the SIM's number is an attribute of the phone. */
function compileHandset(plan: RowPlan): (cells: Cells, own: number, row: number, sink: FactSink) => number {
  const [imeiText, imsiText] = [plan.text("imei"), plan.text("imsi")];
  const [imei, imsi] = [plan.identifiers("imei", "imei"), plan.identifiers("imsi", "imsi")];
  return (cells, own, row, sink) => {
    const card = imsi.readOne(imsiText(cells));
    if (card?.isValid && own >= 0) sink.repeatedAttribute(own, "phone.imsi", card.key, row);
    const found = imei.readOne(imeiText(cells));
    if (found === null || found.isLost) return -1;
    const device = sink.entity("device", found.key, "", row);
    sink.repeatedAttribute(device, "device.type", "handset", row);
    if (own >= 0) sink.repeatedLink("uses", own, device, row);
    return device;
  };
}
