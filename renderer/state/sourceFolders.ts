// In which folder of an archive a source lay: banks answer with files of the same names, each in the folder of its bank.
import { useEffect } from "react";
import { create } from "zustand";
import { engine } from "../rpc/engine.ts";
import { usePreferences } from "./preferences.ts";
import { reportError } from "./toasts.ts";
import { useWorkspace } from "./workspace.ts";

interface FolderState {
  /** Of which facts, and whether masked. */
  readonly of: string;
  readonly folders: ReadonlyMap<number, string>;
}

const useFolders = create<FolderState>(() => ({ of: "", folders: new Map() }));

async function readFolders(of: string): Promise<void> {
  if (useFolders.getState().of === of) return;
  useFolders.setState({ of, folders: new Map() });
  const sources = await engine.call("import.listSources", {});
  const folders = new Map(sources.flatMap(({ id, folder }) => (folder === null ? [] : [[id, folder] as const])));
  if (useFolders.getState().of === of) useFolders.setState({ folders });
}

/** Read once for all that cite; null outside an archive. */
export function useSourceFolder(sourceId: number): string | null {
  const facts = useWorkspace(({ versions }) => versions.facts);
  const isMasked = usePreferences((state) => state.isMasked);
  useEffect(() => void readFolders(`${facts} ${isMasked}`).catch(reportError), [facts, isMasked]);
  return useFolders(({ folders }) => folders.get(sourceId) ?? null);
}
