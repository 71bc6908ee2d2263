// A workspace that knows one transfer and nothing else, for walks that bring the rest themselves.
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { addSource, aTransfer } from "../builders.ts";

export async function fillWithTransfer(path: string): Promise<void> {
  const connection = openWorkspaceFile(path);
  addSource(connection, "ledger", [aTransfer()]);
  connection.close();
}
