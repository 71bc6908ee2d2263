// Starts the packed desktop program under plain Node, with the recording electron in place of the real one; plays the page; prints what it saw as JSON.
// Arguments: the program's main file, a workspace.
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const [main = "", workspacePath = ""] = process.argv.slice(2);
const fakeAddress = new URL("./fakeElectron.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) => (specifier === "electron" ? { url: fakeAddress, shortCircuit: true } : next(specifier, context)),
});
process.argv = [process.execPath, main, workspacePath];

const { app, recorded } = await import("./fakeElectron.ts");
const { pagePort } = await import("./fakePorts.ts");
const { channelOfPort } = await import("../../renderer/rpc/portChannel.ts");
const { connectClient } = await import("../../shared/rpc/client.ts");

await import(pathToFileURL(main).href);
const window = await until(() => recorded.windows[0]);
const contents = window.webContents;

/** What the page's `caseweave.connect()` leads to. */
async function connect() {
  const before = contents.delivered.length;
  recorded.handlers.get("engine:connect")?.(...([{ sender: contents, senderFrame: contents.mainFrame }] as never[]));
  const delivery = await until(() => contents.delivered[before]);
  const [port] = delivery.ports;
  if (!port) throw new Error("no port came");
  return connectClient(channelOfPort(pagePort(port)));
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain: ${look}`);
}

const client = await connect();
const info = await client.call("workspace.readInfo", {});
const job = await client.call("import.previewFiles", { paths: ["/no/such/file.csv"] }).then(
  (value) => value as unknown,
  (error: unknown) => ({ code: (error as { code: string }).code }),
);
const engineBefore = recorded.processes[0];
const closed = new Promise<void>((resolve) => client.onClose(resolve));
engineBefore?.kill();
await closed;
const processesBefore = 2;
await until(() => recorded.processes[processesBefore]);
const infoAfterDeath = await (await connect()).call("workspace.readInfo", {});

const processes = recorded.processes.map((process) => ({ name: process.options.serviceName, file: process.path.split("/").at(-1) }));
const quit = new Promise<void>((resolve) => app.once("quit", () => resolve()));
app.quit();
await quit;
const seen = {
  title: window.options.title,
  url: contents.mainFrame.url,
  path: info.path,
  pathAfterDeath: infoAfterDeath.path,
  job,
  processes,
  errors: recorded.errorBoxes,
};
process.stdout.write(`${JSON.stringify(seen)}\n`);
process.exit(0);
