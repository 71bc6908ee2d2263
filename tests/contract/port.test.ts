// The contract over a message port: the renderer's adapter on one end, the engine process's on the other.
import { serverChannelOf } from "../../electron/engine/hostPort.ts";
import { channelOfPort } from "../../renderer/rpc/portChannel.ts";
import { serve } from "../../shared/rpc/serve.ts";
import { FakeMessageChannel, pagePort } from "../desktop/fakePorts.ts";
import { runRpcSuite } from "./rpcSuite.ts";

runRpcSuite("a message port", async (dispatcher) => {
  const { port1, port2 } = new FakeMessageChannel();
  serve(dispatcher, serverChannelOf(port1), { clock: () => performance.now() });
  const channel = channelOfPort(pagePort(port2));
  return { channel, breakOff: () => port1.close(), dispose: () => channel.close() };
});
