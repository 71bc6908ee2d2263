// Comments on an item or on the whole chart: who, when, what.
import { type FormEvent, useState } from "react";
import { useWords } from "../../i18n/index.ts";
import { formatTime, IconButton } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { addNote, removeNote } from "../../state/chartNotes.ts";
import "./notes.css";

export function Comments({ on }: { readonly on: string | null }) {
  const t = useWords();
  const notes = useChart((state) => state.chart.model.notes);
  const [text, setText] = useState("");
  const own = [...notes.values()].filter((note) => note.shape === "comment" && note.on === on);
  const add = (event: FormEvent) => {
    event.preventDefault();
    addNote("comment", text.trim(), { x: 0, y: 0 }, on);
    setText("");
  };
  return (
    <div className="cw-comments">
      <ul>
        {own.map((note) => (
          <li key={note.id}>
            <span>
              {note.text} <small className="cw-quiet">{`${note.author} ${formatTime(note.at)}`}</small>
            </span>
            <IconButton icon="cross" label={t("chart.note.remove")} onClick={() => removeNote(note.id)} />
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <input
          className="cw-input"
          value={text}
          placeholder={t("chart.note.commentHint")}
          aria-label={t("chart.note.comment")}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="cw-button cw-button-normal cw-button-small" disabled={text.trim() === ""}>
          {t("chart.note.add")}
        </button>
      </form>
    </div>
  );
}
