import { expect, it } from "vitest";
import { parseTraceSubject, printTraceSubject } from "../../../renderer/state/traceSubject.ts";

it.each([
  ["", { page: "money", about: [] }],
  ["series:S-1", { page: "money", about: ["series:S-1"] }],
  ["phone:13800138000", { page: "calls", about: ["phone:13800138000"] }],
  ["calls|phone:13800138000", { page: "calls", about: ["phone:13800138000"] }],
  ["collide|series:S-1|source:3", { page: "collide", about: ["series:S-1", "source:3"] }],
  ["meet", { page: "meet", about: [] }],
])("reads what the address %j asks", (subject, expected) => {
  expect(parseTraceSubject(subject)).toEqual(expected);
});

it("prints what it reads", () => {
  const asked = { page: "collide", about: ["series:S-1", "source:3"] } as const;
  expect(parseTraceSubject(printTraceSubject(asked))).toEqual(asked);
});
