// Documents of the command line: bits have two decimals wherever they stand, other numbers are left alone.
import { expect, it } from "vitest";
import type { CommandIo } from "../../../electron/cli/command.ts";
import { printDocument } from "../../../electron/cli/print.ts";

it("rounds bits, at any depth and under any name that ends so, and nothing else", () => {
  const written: string[] = [];
  const io = { write: (text: string) => void written.push(text) } as unknown as CommandIo;
  const bits = 38.49105221964419;
  printDocument(io, { bits, posterior: bits, matches: [{ weakestBits: -bits, evidence: [{ bits, level: "bits" }] }], habits: bits });
  expect(JSON.parse(written.join(""))).toEqual({
    bits: 38.49,
    posterior: bits,
    matches: [{ weakestBits: -38.49, evidence: [{ bits: 38.49, level: "bits" }] }],
    habits: bits,
  });
});
