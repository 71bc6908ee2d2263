// How right matching is on an invented city, by level, on a seed that nothing was tuned on.
import { expect, it } from "vitest";
import { measureAccuracy, takenOf } from "../../../../scripts/bench/addressAccuracy.ts";
import { createStandardAddresses, createWrittenAddresses } from "../../../../scripts/bench/addressWorld.ts";
import { matchAddress } from "../../../../shared/resolve/address/matchAddress.ts";
import { aTable } from "./aTable.ts";

it("takes hardly a wrong address without asking, and finds nearly all that the table holds", () => {
  const standard = createStandardAddresses(7, 8000);
  const table = aTable(standard);
  const written = createWrittenAddresses(7, standard, 2000);
  const accuracy = measureAccuracy(
    written,
    written.map(({ text }) => takenOf(matchAddress(table, text))),
  );
  for (const { level, precision, recall } of accuracy) {
    expect(precision, `precision ${level}`).toBeGreaterThanOrEqual(0.995);
    expect(recall, `recall ${level}`).toBeGreaterThanOrEqual(0.95);
  }
});
