// Starts the built desktop program on an encrypted workspace, with the recording electron in place of the real one; plays the page that is asked for the passphrase.
// Arguments: the program's main file, the workspace, the right passphrase.
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const [main = "", workspacePath = "", right = ""] = process.argv.slice(2);
const fakeAddress = new URL("./fakeElectron.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) => (specifier === "electron" ? { url: fakeAddress, shortCircuit: true } : next(specifier, context)),
});
process.argv = [process.execPath, main, workspacePath];

const { app, dialog, recorded } = await import("./fakeElectron.ts");
const { pagePort } = await import("./fakePorts.ts");
const { channelOfPort } = await import("../../renderer/rpc/portChannel.ts");
const { connectClient } = await import("../../shared/rpc/client.ts");

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain: ${look}`);
}

await import(pathToFileURL(main).href);
const window = await until(() => recorded.windows[0]);
const contents = window.webContents;
const send = (channel: string, ...payload: unknown[]) =>
  recorded.handlers.get(channel)?.(...([{ sender: contents, senderFrame: contents.mainFrame }, ...payload] as never[]));
const delivered = (channel: string) => contents.delivered.filter((one) => one.channel === channel);
const asked = (count: number) => until(() => delivered("workspace:passphrase")[count - 1]?.message);

/** The workspace's name, path and protection, as the page reads them. */
async function readInfo() {
  const before = delivered("engine:port").length;
  send("engine:connect");
  const [port] = (await until(() => delivered("engine:port")[before])).ports;
  const { encrypted, name } = await connectClient(channelOfPort(pagePort(port!))).call("workspace.readInfo", {});
  return { encrypted, name };
}

const first = await asked(1);
send("engine:connect"); // the page has loaded: it is told again
const again = await asked(2);
send("workspace:unlock", "wrong one");
const wrong = await asked(3);
send("workspace:unlock", right);
await until(() => (contents.reloads === 1 ? true : undefined));
const opened = await readInfo();

dialog.openPaths = [workspacePath.replace("sealed.caseweave", "fresh.caseweave")];
send("workspace:choose", "new");
const proposed = await asked(4);
send("workspace:unlock", "another passphrase");
await until(() => (contents.reloads === 2 ? true : undefined));
const made = await readInfo();

const quit = new Promise<void>((resolve) => app.once("quit", () => resolve()));
app.quit();
await quit;
process.stdout.write(`${JSON.stringify({ first, again, wrong, opened, proposed, made, errors: recorded.errorBoxes })}\n`);
process.exit(0);
