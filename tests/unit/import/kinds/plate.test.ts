// Number plates of GA 36 and their relatives.
import { describe, expect, it } from "vitest";
import { plate } from "../../../../shared/import/kinds/plate.ts";

describe("a number plate", () => {
  it.each([
    ["京A12345", "京A12345", "ordinary"],
    ["京a·12345", "京A12345", "ordinary"],
    ["沪B 1234学", "沪B1234学", "learner"],
    ["粤BD12345", "粤BD12345", "new-energy"],
    ["粤B12345F", "粤B12345F", "new-energy"],
    ["粤Z1234港", "粤Z1234港", "border"],
    ["川A1234警", "川A1234警", "police"],
    ["使123456", "使123456", "embassy"],
    ["WJ京12345", "WJ京12345", "armed-police"],
  ])("%s reads as %s, %s", (text, normal, plateType) => {
    expect(plate.clean(text)).toEqual({ value: normal });
    expect(plate.facts?.(text)).toMatchObject({ plateType });
  });

  it.each(["京I12345", "京AI2345", "京AO2345", "北A12345", "京A1234", "京A1234567"])("%s is none", (text) => {
    expect(plate.clean(text)).toHaveProperty("reason");
  });
});
