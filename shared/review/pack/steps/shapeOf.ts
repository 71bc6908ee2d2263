// Ties the shape of lines to the contract: an answer that changes no longer compiles here.
import type { CallName, Result } from "../../../rpc/contract.ts";
import type { LineShape } from "../line.ts";

/** A line of any answer: only its own shape knows what it is. */
export const shapeOf =
  <Name extends CallName>() =>
  <Line>(shape: LineShape<Line, Result<Name>>): LineShape<unknown> =>
    shape as unknown as LineShape<unknown>;
