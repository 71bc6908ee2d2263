// The contract over HTTP: the real loopback server and the renderer's channel.
import { startServer } from "../../electron/web/server.ts";
import { openHttpChannel } from "../../renderer/rpc/httpChannel.ts";
import { runRpcSuite } from "./rpcSuite.ts";
import { enter } from "./webClient.ts";

runRpcSuite("HTTP", async (dispatcher) => {
  const server = await startServer({ engine: dispatcher, files: new Map(), port: 0, clock: Date.now });
  const channel = await openHttpChannel(await enter(server));
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= server.close();
    return closing;
  };
  return { channel, breakOff: close, dispose: close };
});
