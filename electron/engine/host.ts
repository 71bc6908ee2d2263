// The engine in a process of its own: opens the workspace it is told, then serves every port it is handed.
import { toWire } from "../../shared/errors.ts";
import { serve } from "../../shared/rpc/serve.ts";
import { createEngine, type Engine } from "./engine.ts";
import { createRemoteSpawn } from "./hostChildren.ts";
import { type FromHost, type ToHost, toHost } from "./hostMessages.ts";
import { type HostPort, type ParentHostPort, serverChannelOf } from "./hostPort.ts";

export function runHost(parent: ParentHostPort, clock: () => number): void {
  const tell = (message: FromHost) => parent.postMessage(message);
  const children = createRemoteSpawn(tell);
  let engine: Promise<Engine> | null = null;
  const handle = async (message: ToHost, port: HostPort | undefined) => {
    if (message.type === "open") engine ??= openEngine(message, children.spawn, tell);
    else if (message.type === "connect" && port && engine) serve(await engine, serverChannelOf(port), { clock });
    else if (message.type === "forked" && port) children.adopt(message.id, port);
    else if (message.type === "exited") children.bury(message.id, message.code);
    else if (message.type === "close") await engine?.then((opened) => opened.close()).finally(() => tell({ type: "closed" }));
  };
  parent.on("message", ({ data, ports }) => {
    const message = toHost.safeParse(data);
    // What the engine refuses was told as `refused`; nothing else is thrown here.
    if (message.success) handle(message.data, ports[0]).catch(() => undefined);
  });
}

async function openEngine(
  { workspacePath, key }: { readonly workspacePath: string; readonly key: string | null },
  spawnChild: ReturnType<typeof createRemoteSpawn>["spawn"],
  tell: (message: FromHost) => void,
): Promise<Engine> {
  try {
    const engine = await createEngine({ workspacePath, key, spawnChild });
    tell({ type: "opened" });
    return engine;
  } catch (error) {
    tell({ type: "refused", error: toWire(error) });
    throw error;
  }
}
