// The address line while masked: a number that only this window can read back.
import { expect, it } from "vitest";
import { hideSubject, parsePlace, printPlace, recallSubject } from "../../../renderer/state/navigation.ts";

function openMemory() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

it("holds no reference, and leads back to it after a reload", () => {
  const memory = openMemory();
  const subjects = ["phone:16112345678", "A3412|A3413", "person:#12", "phone:16112345678"];
  const addresses = subjects.map((subject) => printPlace({ view: "chart", subject: hideSubject(memory, subject) }));
  expect(addresses).toEqual(["#/chart/~0", "#/chart/~1", "#/chart/~2", "#/chart/~0"]);
  expect(addresses.map((address) => recallSubject(memory, parsePlace(address).subject))).toEqual(subjects);
});

it("is no door to what another window looked at", () => {
  expect(recallSubject(openMemory(), "~4")).toBe("");
});

it("leaves addresses alone that name a subject, and places without one", () => {
  const memory = openMemory();
  expect(recallSubject(memory, "series:S-1")).toBe("series:S-1");
  expect(hideSubject(memory, "")).toBe("");
});
