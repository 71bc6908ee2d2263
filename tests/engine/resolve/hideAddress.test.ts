// Under the mask no figure of an address stands in any answer about addresses.
import { expect, it } from "vitest";
import { hideCode, hideDegrees, hideLevels, hideMetres, hideNames } from "../../../electron/engine/resolve/address/hideLevels.ts";
import { createMasker, openMasker } from "../../../shared/review/masker.ts";

const answer = {
  place: "place:望江路310号",
  label: "望江路310号老船厂宿舍 8-1-301",
  parts: [{ place: "place:x", label: "5栋", level: "building" }],
  label2: "5",
};

const masker = createMasker({ isName: () => false, kindOf: () => null });

it("stars figures of names, of levels from the number down, and of codes, and rounds points", () => {
  expect(hideNames(masker, answer)).toEqual({
    ...answer,
    label: "望江路***号老船厂宿舍 *-*-***",
    parts: [{ place: "place:x", label: "*栋", level: "building" }],
  });
  expect([hideLevels(masker)("number", "310"), hideLevels(masker)("road", "望江路"), hideLevels(masker)("room", "a501")]).toEqual([
    "***",
    "望江路",
    "****",
  ]);
  expect([
    hideCode(masker, "34120000000001"),
    hideDegrees(masker, 112.228791),
    hideMetres(masker, 467.3),
    hideMetres(openMasker, 467.3),
  ]).toEqual(["341200********", 112.23, 500, 467.3]);
});

it("lets everything through without the mask", () => {
  expect(hideNames(openMasker, answer)).toBe(answer);
  expect([hideLevels(openMasker)("number", "310"), hideCode(openMasker, "34120000000001"), hideDegrees(openMasker, 112.228791)]).toEqual([
    "310",
    "34120000000001",
    112.228791,
  ]);
});
