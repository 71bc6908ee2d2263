// 话单分析报告: one number: how much, with whom, when, from where, with which handset, and when it was silent.
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import { clockText } from "../../../../shared/review/paper/plainText.ts";
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { listCallLines } from "../../trace/listCallLines.ts";
import { editable, heading, nameOf, paragraph, type ReportContext, type ReportParts } from "./reportContext.ts";

const mostContacts = 20;
const mostCited = 6;

interface Slot {
  readonly weekday: number | null;
  readonly hour: number | null;
}

/** Rows of calls of the number, all or those with one contact or at one hour. */
function rowsOf({ job: { db } }: ReportContext, phone: string, other: string | null, limit: number, slot?: Slot): Citation[] {
  const question = { phone, other, weekday: slot?.weekday ?? null, hour: slot?.hour ?? null, since: null, until: null, limit };
  return listCallLines(db, question).lines.flatMap(({ sources }) => sources);
}

const phoneTargets = ["other.phone", "callee", "caller", "own.phone"];

function overview(context: ReportContext, profile: CallProfileDocument): Block[] {
  const { say, citer } = context;
  const { phone, calls, outgoing, incoming, firstAt, lastAt, contacts, bothWays } = profile;
  const rows = citer.cite(rowsOf(context, phone, null, mostCited), { value: parseEntityRef(phone).key, targets: phoneTargets });
  const values = {
    name: nameOf(context, phone, profile.holder ?? ""),
    calls,
    outgoing,
    incoming,
    from: clockText(firstAt),
    until: clockText(lastAt),
  };
  return [
    heading(say("report.calls.one")),
    paragraph(
      { text: say("report.calls.sum", values), citations: rows },
      { text: say("report.calls.contactSum", { count: contacts.length, both: bothWays }), citations: rows },
    ),
  ];
}

type Contact = CallProfileDocument["contacts"][number];

const callsOf = ({ outgoing, incoming }: Contact): number => outgoing + incoming;

function contactBlocks(context: ReportContext, { phone, contacts }: CallProfileDocument): Block[] {
  const { say, citer } = context;
  const items = contacts.slice(0, mostContacts).map((contact): Sentence => {
    const key = parseEntityRef(contact.phone).key;
    const values = {
      name: nameOf(context, contact.phone, contact.holder ?? ""),
      count: callsOf(contact),
      out: contact.outgoing,
      in: contact.incoming,
    };
    const known =
      contact.cases.length === 0 ? "" : say("report.calls.inCases", { cases: contact.cases.slice(0, 5).join(say("report.cite.comma")) });
    const text = say("report.calls.contact", { ...values, from: clockText(contact.firstAt), until: clockText(contact.lastAt), known });
    return { text, citations: citer.cite(rowsOf(context, phone, contact.phone, mostCited), { value: key, targets: phoneTargets }) };
  });
  return [heading(say("report.calls.two")), { kind: "points", items: items.filter(({ citations }) => citations.length > 0) }];
}

const weekdayKeys = [
  "report.weekday.monday",
  "report.weekday.tuesday",
  "report.weekday.wednesday",
  "report.weekday.thursday",
  "report.weekday.friday",
  "report.weekday.saturday",
  "report.weekday.sunday",
] as const;

/** The three fullest hours of the week. */
function hourBlocks(context: ReportContext, { phone, hours }: CallProfileDocument): Block[] {
  const { say, citer } = context;
  const slots = hours.flatMap((day, weekday) => day.map((count, hour) => ({ weekday, hour, count })));
  const fullest = slots.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.weekday - b.weekday || a.hour - b.hour);
  const items = fullest.slice(0, 3).map((slot): Sentence => {
    const text = say("report.calls.slot", {
      day: say(weekdayKeys[slot.weekday]!),
      hour: slot.hour,
      next: slot.hour + 1,
      count: slot.count,
    });
    return { text, citations: citer.cite(rowsOf(context, phone, null, mostCited, slot), { targets: ["time", "time.time", "time.date"] }) };
  });
  return [heading(say("report.calls.three")), { kind: "points", items: items.filter(({ citations }) => citations.length > 0) }];
}

/** Handsets and towers that the calls name, each with the calls that do. */
function deviceBlocks(context: ReportContext, { phone, handsets, towers, homeTower }: CallProfileDocument): Block[] {
  const { say, citer, job } = context;
  const lines = listCallLines(job.db, { phone, other: null, weekday: null, hour: null, since: null, until: null, limit: 5000 }).lines;
  const handsetItems = handsets.map(({ handset, calls, firstAt, lastAt }): Sentence => {
    const rows = lines.filter((line) => line.handset === handset).slice(0, mostCited);
    const text = say("report.calls.handset", {
      name: nameOf(context, handset, ""),
      calls,
      from: clockText(firstAt),
      until: clockText(lastAt),
    });
    return {
      text,
      citations: citer.cite(
        rows.flatMap(({ sources }) => sources),
        { value: parseEntityRef(handset).key, targets: ["imei"] },
      ),
    };
  });
  const towerItems = towers.slice(0, 10).map(({ tower, calls, nightCalls }): Sentence => {
    const rows = lines.filter((line) => line.tower === tower).slice(0, mostCited);
    const home = tower === homeTower ? say("report.calls.home") : "";
    const text = say("report.calls.tower", { name: nameOf(context, tower, ""), calls, night: nightCalls, home });
    return {
      text,
      citations: citer.cite(
        rows.flatMap(({ sources }) => sources),
        { targets: ["place.cell", "place.code", "place.lac", "place.name"] },
      ),
    };
  });
  const items = [...handsetItems, ...towerItems].filter(({ citations }) => citations.length > 0);
  return [
    heading(say("report.calls.four")),
    items.length === 0 ? { kind: "facts", lines: [say("report.calls.noDevice")] } : { kind: "points", items },
  ];
}

function silenceBlocks(context: ReportContext, { silences, public: reason }: CallProfileDocument): Block[] {
  const { say } = context;
  const lines = silences.map(({ from, until }) => say("report.calls.silence", { from: clockText(from), until: clockText(until) }));
  const excluded = reason === null ? [] : [say("report.calls.public")];
  return [
    heading(say("report.calls.five")),
    { kind: "facts", lines: [...(lines.length === 0 ? [say("report.calls.noSilence")] : lines), ...excluded, say("report.calls.limits")] },
    heading(say("report.calls.six")),
    editable(context, "next", "report.merge.nextPrompt"),
  ];
}

export function writeCallsReport(context: ReportContext, profile: CallProfileDocument): ReportParts {
  return {
    title: context.say("report.calls.title"),
    blocks: [
      ...overview(context, profile),
      ...contactBlocks(context, profile),
      ...hourBlocks(context, profile),
      ...deviceBlocks(context, profile),
      ...silenceBlocks(context, profile),
    ],
  };
}
