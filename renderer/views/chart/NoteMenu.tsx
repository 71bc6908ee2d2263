// Puts a note, a card, a frame or an arrow on the chart; and the comments on the whole chart.
import { Popover } from "antd";
import type { Core } from "cytoscape";
import type { NoteShape } from "../../../shared/chart/marks.ts";
import { useWords } from "../../i18n/index.ts";
import { Button } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { addNote } from "../../state/chartNotes.ts";
import { Comments } from "./Comments.tsx";

interface NoteMenuProps {
  readonly cy: Core | null;
}

export function NoteMenu({ cy }: NoteMenuProps) {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("note");
  const isEmpty = useChart((state) => state.chart.model.nodes.size === 0);
  const words: readonly (readonly [NoteShape, string])[] = [
    ["note", t("chart.note.note")],
    ["card", t("chart.note.card")],
    ["frame", t("chart.note.frame")],
    ["arrow", t("chart.note.arrow")],
  ];
  const add = (shape: NoteShape) => {
    const { x1, x2, y1, y2 } = cy!.extent();
    addNote(shape, "", { x: (x1 + x2) / 2, y: (y1 + y2) / 2 });
    setOpen(false);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <div className="cw-path-menu">
          <div className="cw-layout-align">
            {words.map(([shape, word]) => (
              <Button key={shape} small onClick={() => add(shape)}>
                {word}
              </Button>
            ))}
          </div>
          <p className="cw-quiet cw-small">{t("chart.note.hint")}</p>
          <b>{t("chart.note.onChart")}</b>
          <Comments on={null} />
        </div>
      }
    >
      <Button tone="text" small icon="fileText" className="cw-chart-action" disabled={isEmpty || cy === null}>
        {t("chart.action.note")}
      </Button>
    </Popover>
  );
}
