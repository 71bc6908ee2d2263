// What the crumb of the link screen says its number is counted over.
import { expect, it } from "vitest";
import { crumbOf } from "../../../renderer/state/link.ts";

it("counts the pairs to judge as the overview does only where nothing narrows or widens the list", () => {
  expect(crumbOf("", { minBits: 0, newOnly: false })).toBe("link.crumb.waiting");
  expect(crumbOf("", { minBits: null, newOnly: false })).toBe("link.crumb.waitingFiltered");
  expect(crumbOf("", { minBits: 0, newOnly: true })).toBe("link.crumb.waitingFiltered");
  expect(crumbOf("A1", { minBits: 0, newOnly: false })).toBe("link.crumb.waitingOfCase");
});
