// A refusal of a call, as it crosses the wire.
import { toWire } from "../../../shared/errors.ts";
import type { CallName, Input } from "../../../shared/rpc/contract.ts";
import type { OpenEngine } from "../import/openEngine.ts";

/** The code with its facts; fails when there is none. */
export async function refusalOf<Name extends CallName>(
  engine: Pick<OpenEngine, "call">,
  name: Name,
  params: Input<Name>,
): Promise<Record<string, unknown>> {
  try {
    await engine.call(name, params);
  } catch (error) {
    const { code, details } = toWire(error);
    return { code, ...details };
  }
  throw new Error(`${name} was not refused`);
}
