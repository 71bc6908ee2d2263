// Files dropped anywhere on the window are taken in; without this the browser would leave the workbench and open them.
import { useEffect } from "react";
import { filesOfDrop } from "../state/droppedFiles.ts";
import { openFiles } from "../state/importing.ts";
import { reportError } from "../state/toasts.ts";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;

function allowDrop(event: DragEvent): void {
  if (hasFiles(event)) event.preventDefault();
}

/** A drop zone inside the page has taken its files by then. */
function takeDrop(event: DragEvent): void {
  if (event.defaultPrevented || event.dataTransfer === null || !hasFiles(event)) return;
  event.preventDefault();
  filesOfDrop(event.dataTransfer)
    .then((files) => (files.length > 0 ? openFiles(files) : undefined))
    .catch(reportError);
}

export function useWindowDrop(): void {
  useEffect(() => {
    window.addEventListener("dragover", allowDrop);
    window.addEventListener("drop", takeDrop);
    return () => {
      window.removeEventListener("dragover", allowDrop);
      window.removeEventListener("drop", takeDrop);
    };
  }, []);
}
