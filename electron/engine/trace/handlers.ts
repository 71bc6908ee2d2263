// Handlers of the trace calls.
import type { Result } from "../../../shared/rpc/contract.ts";
import type { traceCalls } from "../../../shared/trace/calls.ts";
import type { FollowerLine, Listed, UnusualLine } from "../../../shared/trace/companionCalls.ts";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument } from "../../../shared/trace/moneyDocument.ts";
import type { MoneyRange } from "../../../shared/trace/moneyRanges.ts";
import type { CallProfileDocument, CommonCallsDocument, MeetingLine } from "../../../shared/trace/movementCalls.ts";
import type { Handlers } from "../handler.ts";
import { readBaseMap, removeBaseMap, saveBaseMap } from "./baseMap.ts";
import { collideNamedSets } from "./collideSets.ts";
import type { CommonCallsInput } from "./commonCallsTask.ts";
import type { FollowTaskInput, UnusualTaskInput } from "./companionTasks.ts";
import { listCallLines } from "./listCallLines.ts";
import { listSightings } from "./listSightings.ts";
import type { MeetTaskInput } from "./meetTask.ts";
import { keep, listMoment, momentOf, moneyInput, optionsOf } from "./moneyInput.ts";
import type { MoneyListInput } from "./moneyTask.ts";
import type { NumberChangeInput, NumberChangeResult } from "./numberChangeTask.ts";
import type { NumbersTaskInput } from "./numbersTask.ts";
import { placeOnMap } from "./placeOnMap.ts";
import type { ProfileTaskInput } from "./profileTask.ts";
import { stayHandlers } from "./stays/handlers.ts";

export const traceHandlers: Handlers<typeof traceCalls> = {
  ...stayHandlers,
  "trace.traceMoney": (asked, context) => context.jobs.run<MoneyDocument>("traceMoney", moneyInput(asked, context), optionsOf(context)),
  "trace.rangeMoney": (asked, context) => context.jobs.run<MoneyRange[]>("rangeMoney", moneyInput(asked, context), optionsOf(context)),
  "trace.listMoney": ({ list, asOf, ...asked }, context) => {
    const input: MoneyListInput = { ...moneyInput(asked, context), list, asOf: listMoment(asOf, context) };
    return context.jobs.run<ListLine[]>("listMoney", input, optionsOf(context));
  },
  "trace.findCommonContacts": ({ since, until, ...asked }, { jobs, workspace: { path, key }, signal, report }) => {
    const input: CommonCallsInput = { path, key, ...asked, since: momentOf(since, "begin"), until: momentOf(until, "end") };
    return jobs.run<CommonCallsDocument>("findCommonContacts", input, { signal, report, keep });
  },
  "trace.profileCalls": ({ phone, since, until }, { jobs, workspace: { path, key }, signal, report }) => {
    const input: ProfileTaskInput = { path, key, phone, since: momentOf(since, "begin"), until: momentOf(until, "end") };
    return jobs.run<CallProfileDocument>("profileCalls", input, { signal, report, keep });
  },
  "trace.listCalls": ({ since, until, ...asked }, { db }) =>
    listCallLines(db, { ...asked, since: momentOf(since, "begin"), until: momentOf(until, "end") }),
  "trace.listNumbers": ({ top, like }, { jobs, workspace: { path, key }, signal, report }) =>
    jobs.run<Result<"trace.listNumbers">>("listNumbers", { path, key, top, like } satisfies NumbersTaskInput, { signal, report, keep }),
  "trace.findMeetings": ({ withinMinutes, distanceMetres, min, top }, { jobs, workspace: { path, key }, signal, report }) => {
    const input: MeetTaskInput = { path, key, withinMilliseconds: withinMinutes * 60_000, distanceMetres, min, top };
    return jobs.run<Listed<MeetingLine>>("findMeetings", input, { signal, report });
  },
  "trace.findFollowers": (asked, { jobs, workspace: { path, key }, signal, report }) =>
    jobs.run<Listed<FollowerLine>>("findFollowers", { path, key, ...asked } satisfies FollowTaskInput, { signal, report }),
  "trace.findUnusual": (asked, { jobs, workspace: { path, key }, signal, report }) =>
    jobs.run<Listed<UnusualLine>>("findUnusual", { path, key, ...asked } satisfies UnusualTaskInput, { signal, report }),
  "trace.listSightings": ({ entities, from, until }, { db }) =>
    listSightings(db, entities, momentOf(from, "begin")!, momentOf(until, "end")!),
  "trace.placeOnMap": ({ about, since, until }, { db }) =>
    placeOnMap(db, { about, since: momentOf(since, "begin"), until: momentOf(until, "end") }),
  "trace.readBaseMap": (_params, { db }) => readBaseMap(db),
  "trace.saveBaseMap": ({ path, approval }, { db, changed }) => {
    const features = saveBaseMap(db, path, approval);
    changed("map");
    return { features };
  },
  "trace.removeBaseMap": (_params, { db, changed }) => {
    const removed = removeBaseMap(db);
    changed("map");
    return { removed };
  },
  "trace.collideSets": ({ sets, min }, { db }) => collideNamedSets(db, sets, min),
  "trace.findNumberChanges": ({ at }, { jobs, workspace: { path, key }, signal, report }) => {
    const input: NumberChangeInput = { path, key, at: momentOf(at, "begin") };
    return jobs.run<NumberChangeResult>("findNumberChanges", input, { signal, report, keep });
  },
};
