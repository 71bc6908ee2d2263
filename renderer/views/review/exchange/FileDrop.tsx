// Where a bundle comes in: dropped or chosen, one at a time.
import { type DragEvent, useRef, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, Icon } from "../../../parts/index.ts";
import { filesOfDrop } from "../../../state/droppedFiles.ts";
import { reportError } from "../../../state/toasts.ts";
import "../../../styles/drop.css";

export interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly isLarge?: boolean;
}

export function FileDrop({ onFiles, isLarge = false }: FileDropProps) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    filesOfDrop(event.dataTransfer).then(onFiles, reportError);
  };
  return (
    <div className="cw-exchange-drop">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside does the same by keyboard */}
      <div
        className={`cw-drop ${isLarge ? "cw-drop-large" : ""} ${isOver ? "cw-drop-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          accept=".cwx"
          hidden
          data-testid="bundle-input"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            onFiles(files);
          }}
        />
        <Icon name="download" size={isLarge ? 34 : 20} stroke={1.5} />
        <h2>{t("exchange.receive.drop")}</h2>
        <p>{t("exchange.receive.dropWhy")}</p>
        <Button tone="primary" icon="fileImport" onClick={() => input.current?.click()}>
          {t("exchange.receive.choose")}
        </Button>
      </div>
    </div>
  );
}
