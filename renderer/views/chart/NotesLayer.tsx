// Notes, cards, frames and arrows over the canvas: they pan and zoom with it, are dragged by their heads and written where they stand.
import type { Core } from "cytoscape";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Note } from "../../../shared/chart/document.ts";
import { useWords } from "../../i18n/index.ts";
import { formatTime, IconButton } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { attachFile, changeNote, openAttachment, removeNote } from "../../state/chartNotes.ts";
import { reportError } from "../../state/toasts.ts";
import "./notes.css";

/** Moves the layer with the camera without drawing anything anew. */
function useCamera(cy: Core) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = () => {
      const { x, y } = cy.pan();
      if (layer.current) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${cy.zoom()})`;
    };
    follow();
    cy.on("viewport", follow);
    return () => void cy.off("viewport", follow);
  }, [cy]);
  return layer;
}

/** Dragging by a handle; the step is done when it is let go. */
function useDrag(cy: Core, onDrop: (dx: number, dy: number) => void) {
  const [shift, setShift] = useState({ x: 0, y: 0 });
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const at = (event: PointerEvent) => ({ x: event.clientX / cy.zoom(), y: event.clientY / cy.zoom() });
  return {
    shift,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = at(event);
      },
      onPointerMove: (event: PointerEvent) => {
        if (start.current !== null) setShift({ x: at(event).x - start.current.x, y: at(event).y - start.current.y });
      },
      onPointerUp: () => {
        start.current = null;
        if (shift.x !== 0 || shift.y !== 0) onDrop(Math.round(shift.x), Math.round(shift.y));
        setShift({ x: 0, y: 0 });
      },
    },
  };
}

function Attachments({ note }: { readonly note: Note }) {
  const t = useWords();
  return (
    <footer>
      {note.attachments.map((one) => (
        <button key={one.sha256} type="button" title={`SHA-256 ${one.sha256}`} onClick={() => openAttachment(one).catch(reportError)}>
          {one.name} <small>{one.sha256.slice(0, 8)}</small>
        </button>
      ))}
      <label className="cw-note-attach">
        {t("chart.note.attach")}
        <input
          type="file"
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) attachFile(note, file).catch(reportError);
          }}
        />
      </label>
    </footer>
  );
}

function NoteBox({ cy, note }: { readonly cy: Core; readonly note: Note }) {
  const t = useWords();
  const [text, setText] = useState(note.text);
  useEffect(() => setText(note.text), [note.text]);
  const move = useDrag(cy, (dx, dy) => changeNote(note, { x: note.x + dx, y: note.y + dy }));
  const size = useDrag(cy, (dx, dy) =>
    changeNote(note, {
      width: Math.max(60, note.width + dx),
      height: note.shape === "arrow" ? note.height + dy : Math.max(40, note.height + dy),
    }),
  );
  const place = {
    left: note.x + move.shift.x,
    top: note.y + move.shift.y,
    width: note.width + size.shift.x,
    height: note.height + size.shift.y,
  };
  const write = () => text !== note.text && changeNote(note, { text });
  return (
    <section className={`cw-note cw-note-${note.shape}`} style={note.shape === "arrow" ? { left: place.left, top: place.top } : place}>
      {note.shape === "arrow" && <Arrow width={place.width} height={place.height} />}
      <header {...move.handlers}>
        <span>{t(shapeKeys[note.shape])}</span>
        <IconButton
          icon="cross"
          label={t("chart.note.remove")}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => removeNote(note.id)}
        />
      </header>
      <textarea
        value={text}
        aria-label={t("chart.note.text")}
        placeholder={t("chart.note.text")}
        onChange={(event) => setText(event.target.value)}
        onBlur={write}
      />
      {note.shape === "card" && <Attachments note={note} />}
      {note.shape === "card" && <small className="cw-quiet">{`${note.author} ${formatTime(note.at)}`}</small>}
      <i
        className="cw-note-grip"
        aria-hidden="true"
        {...size.handlers}
        style={note.shape === "arrow" ? { left: place.width, top: place.height } : undefined}
      />
    </section>
  );
}

/** From the corner of the note to its tip. */
function Arrow({ width, height }: { readonly width: number; readonly height: number }) {
  const angle = (Math.atan2(height, width) * 180) / Math.PI;
  return (
    <svg className="cw-note-line" aria-hidden="true" overflow="visible" width={1} height={1}>
      <line x1={0} y1={0} x2={width} y2={height} />
      <polygon points="0,0 -14,-6 -14,6" transform={`translate(${width} ${height}) rotate(${angle})`} />
    </svg>
  );
}

const shapeKeys: Readonly<Record<Note["shape"], string>> = {
  note: "chart.note.note",
  card: "chart.note.card",
  frame: "chart.note.frame",
  arrow: "chart.note.arrow",
  comment: "chart.note.comment",
};

export function NotesLayer({ cy }: { readonly cy: Core }) {
  const notes = useChart((state) => state.chart.model.notes);
  const layer = useCamera(cy);
  return (
    <div className="cw-notes">
      <div ref={layer} className="cw-notes-plane">
        {[...notes.values()]
          .filter(({ shape }) => shape !== "comment")
          .map((note) => (
            <NoteBox key={note.id} cy={cy} note={note} />
          ))}
      </div>
    </div>
  );
}
