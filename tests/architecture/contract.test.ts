// Every call has a handler, a doc, known errors with texts; docs/calls.md is the contract.
import { expect, it } from "vitest";
import { handlers } from "../../electron/engine/handlers.ts";
import { callsPage, writtenPage } from "../../scripts/docsCalls.ts";
import { errorCodes } from "../../shared/errors.ts";
import type { AnyCall } from "../../shared/rpc/call.ts";
import { contract } from "../../shared/rpc/contract.ts";
import { reviewParts, stages } from "../../shared/stages.ts";
import { catalogue } from "../../shared/words.ts";
import { codeFiles } from "./sourceFiles.ts";

const calls = Object.entries(contract as Record<string, AnyCall>);

it("has a handler for every call and no handler without a call", () => {
  expect(Object.keys(handlers).sort()).toEqual(calls.map(([name]) => name).sort());
});

it("names every call stage.verbNoun", () => {
  const areas = [...stages, ...reviewParts, "workspace", "audit"];
  expect(
    calls.map(([name]) => name).filter((name) => !areas.includes(name.split(".")[0]!) || !/^\w+\.[a-z]+[A-Z]?\w*$/.test(name)),
  ).toEqual([]);
});

it("says of every call what it does", () => {
  expect(calls.filter(([, call]) => call.doc.length < 15).map(([name]) => name)).toEqual([]);
});

it("has a sentence in both languages for every error code", () => {
  expect(errorCodes.filter((code) => !catalogue[`error.${code}`])).toEqual([]);
});

/** Calls, and what jobs and the engine itself write down. */
const actions = [
  ...calls.map(([name]) => name),
  ...codeFiles
    .flatMap(({ path, text }) => (path.startsWith("electron/engine/") ? [...text.matchAll(/action: "([\w.]+)"/g)] : []))
    .map((match) => match[1]!),
];

it("has a word in both languages for every action of the audit (resources/i18n/audit.json)", () => {
  expect(actions.filter((name) => !catalogue[`audit.action.${name}`])).toEqual([]);
});

it("keeps docs/calls.md in step with the contract", () => {
  expect(writtenPage()).toBe(callsPage());
});
