// Where files come in: dropped, chosen, or a whole folder.
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from "react";
import { useWords } from "../i18n/index.ts";
import { filesOfDrop } from "../state/droppedFiles.ts";
import { reportError } from "../state/toasts.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import "../styles/drop.css";

export interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Large: the whole of an empty workspace; small: the head of a list. */
  readonly large?: boolean;
  readonly children?: ReactNode;
}

function useFilePicker(onFiles: (files: readonly File[]) => void) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = "";
    if (chosen.length > 0) onFiles(chosen);
  };
  const inputs = (
    <>
      <input ref={files} type="file" multiple hidden onChange={take} data-testid="file-input" />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        multiple
        hidden
        onChange={take}
      />
    </>
  );
  return { inputs, pickFiles: () => files.current?.click(), pickFolder: () => folder.current?.click() };
}

export function DropZone({ onFiles, large = false, children }: DropZoneProps) {
  const t = useWords();
  const [isOver, setOver] = useState(false);
  const { inputs, pickFiles, pickFolder } = useFilePicker(onFiles);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    filesOfDrop(event.dataTransfer).then((files) => files.length > 0 && onFiles(files), reportError);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside do the same by keyboard
    <div
      className={`cw-drop ${large ? "cw-drop-large" : ""} ${isOver ? "cw-drop-over" : ""}`}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {inputs}
      <Icon name="download" size={large ? 34 : 20} stroke={1.5} />
      {large && <h2>{t("frame.drop.title")}</h2>}
      <p>{large ? t("frame.drop.kinds") : t("frame.drop.short")}</p>
      <div className="cw-drop-buttons">
        <Button small={!large} tone={large ? "primary" : "normal"} {...(large ? { icon: "fileImport" as const } : {})} onClick={pickFiles}>
          {t("frame.drop.files")}
        </Button>
        {large && (
          <Button icon="folder" onClick={pickFolder}>
            {t("frame.drop.folder")}
          </Button>
        )}
        {!large && (
          <Button small onClick={pickFolder}>
            {t("frame.drop.folderShort")}
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}
