// The contract in one process; here also what cannot cross at all.
import { expect, test } from "vitest";
import { connectClient } from "../../shared/rpc/client.ts";
import { openPair } from "../../shared/rpc/pair.ts";
import { serve } from "../../shared/rpc/serve.ts";
import { createProbe, readCall } from "./probe.ts";
import { runRpcSuite } from "./rpcSuite.ts";

runRpcSuite("an in-process pair", async (dispatcher) => {
  const { client, server } = openPair();
  serve(dispatcher, server, { clock: () => performance.now() });
  return { channel: client, breakOff: () => server.close(), dispose: () => client.close() };
});

test("a result that cannot cross a process is an internal error, not a call that waits for ever", async () => {
  const { client, server } = openPair();
  serve(createProbe(), server, { clock: () => performance.now() });
  const call = connectClient(client).call as (name: string, params: unknown) => Promise<unknown>;
  await expect(call(readCall, { act: "unsendable" })).rejects.toMatchObject({ code: "internal" });
});
