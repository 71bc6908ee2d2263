// Tasks out of their entries: what stands at a moment, what became of them in a period, which come first.
import { expect, it } from "vitest";
import { compareTasks, isDay, type TaskEntry, taskNumber, tasksAt, tasksIn } from "../../../shared/review/task/task.ts";

const day = (text: string) => Date.parse(`${text}T10:00:00+08:00`);

let id = 0;
const entry = (number: number, at: string, state: TaskEntry["state"], due: string | null = null): TaskEntry => ({
  id: ++id,
  number,
  state,
  text: `第 ${number} 件`,
  owner: "",
  due,
  about: [],
  reason: "",
  board: "",
  scene: "",
  by: "u",
  at: day(at),
});

const entries = [
  entry(1, "2026-11-02", "open", "2026-11-05"),
  entry(2, "2026-11-03", "open", "2026-11-20"),
  entry(3, "2026-11-03", "open"),
  entry(2, "2026-11-06", "done", "2026-11-20"),
  entry(3, "2026-11-07", "dropped"),
  entry(2, "2026-11-08", "open", "2026-11-20"),
  entry(4, "2026-11-09", "open", "2026-11-09"),
  entry(2, "2026-11-10", "done", "2026-11-20"),
];

const numbers = (tasks: readonly { readonly first: TaskEntry }[]) => tasks.map(({ first }) => first.number);

it("says what stands at a moment, and since when", () => {
  const at = tasksAt(entries, day("2026-11-07"));
  expect(at.map(({ first, last, since, isOverdue }) => [first.number, last.state, since.id, isOverdue])).toEqual([
    [1, "open", 1, true],
    [2, "done", 4, false],
    [3, "dropped", 5, false],
  ]);
  // Its last day is no day too late.
  expect(tasksAt(entries, day("2026-11-05"))[0]!.isOverdue).toBe(false);
});

it("tells a period as it stood at its end: what was done and opened again is open", () => {
  const first = tasksIn(entries, day("2026-11-01"), day("2026-11-08"));
  expect([first.opened, first.done, first.dropped, first.overdue, first.open].map(numbers)).toEqual([[1, 2, 3], [], [3], [1], [1, 2]]);
  const second = tasksIn(entries, day("2026-11-09"), day("2026-11-12"));
  expect([second.opened, second.done, second.dropped, second.overdue, second.open].map(numbers)).toEqual([[4], [2], [], [1, 4], [1, 4]]);
});

it("agrees with a slow twin on random histories", () => {
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % n;
  };
  const states = ["open", "done", "dropped"] as const;
  const some = Array.from({ length: 60 }, (_, i): TaskEntry => {
    const number = 1 + random(12);
    return {
      ...entry(number, "2026-11-01", states[random(3)]!, random(2) ? null : `2026-11-${10 + random(9)}`),
      at: day("2026-11-01") + i * 43_200_000,
    };
  });
  const [from, until] = [day("2026-11-08"), day("2026-11-21")];
  const found = tasksIn(some, from, until);
  const until2 = some.filter(({ at }) => at <= until);
  const lastOf = (number: number) => until2.filter((one) => one.number === number).at(-1);
  const all = [...new Set(until2.map(({ number }) => number))].sort((a, b) => a - b);
  const doneIn = all.filter((number) => {
    const own = until2.filter((one) => one.number === number);
    let since = own.at(-1)!;
    for (const one of [...own].reverse()) {
      if (one.state !== since.state) break;
      since = one;
    }
    return since.state === "done" && since.at >= from;
  });
  expect(numbers(found.done)).toEqual(doneIn);
  expect(numbers(found.open)).toEqual(all.filter((number) => lastOf(number)!.state === "open"));
  expect(numbers(found.overdue)).toEqual(
    all.filter((number) => lastOf(number)!.state === "open" && lastOf(number)!.due !== null && lastOf(number)!.due! < "2026-11-21"),
  );
});

it("puts what is late first, what has no day after it, and what is settled last", () => {
  const tasks = [...tasksAt([...entries, entry(5, "2026-11-10", "open")], day("2026-11-12"))].sort(compareTasks);
  expect(numbers(tasks)).toEqual([1, 4, 5, 2, 3]);
});

it("knows days of the calendar and names of tasks", () => {
  expect(["2026-02-28", "2026-02-30", "2026-2-3", "x"].map(isDay)).toEqual([true, false, false, false]);
  expect(["T-3", "t-12", "7", "T-", "S-1", ""].map(taskNumber)).toEqual([3, 12, 7, null, null, null]);
});
