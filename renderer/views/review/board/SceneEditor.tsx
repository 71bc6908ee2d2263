// The words of a scene, its time, what it marks and what can be switched off on the wall.
import { useState } from "react";
import type { ChartElements, ChartNode } from "../../../../shared/chart/elements.ts";
import { sceneLabel } from "../../../../shared/review/stage/sceneLabels.ts";
import type { Scene, StoryboardStep } from "../../../../shared/review/storyboard.ts";
import { useWords } from "../../../i18n/index.ts";
import { KindGlyph, Panel } from "../../../parts/index.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { useSceneWords } from "../stage/sceneWords.ts";

export interface SceneEditorProps {
  readonly scene: Scene;
  /** The same, masked. */
  readonly shown: Scene;
  readonly elements: ChartElements;
  readonly onChange: (step: StoryboardStep) => void;
}

interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly rows: number;
  readonly onKeep: (value: string) => void;
}

/** Kept when it is left. A text in which something is masked cannot be written over what stands behind the stars. */
function TextField({ name, value, rows, onKeep }: FieldProps) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const [text, setText] = useState(value);
  const [kept, setKept] = useState(value);
  if (kept !== value) {
    setKept(value);
    setText(value);
  }
  const isLocked = isMasked && value.includes("*");
  return (
    <label className="cw-board-field">
      <span>{name}</span>
      <textarea
        className="cw-input"
        rows={rows}
        value={text}
        readOnly={isLocked}
        title={isLocked ? t("review.scene.locked") : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== value && onKeep(text)}
      />
      {isLocked && <small className="cw-quiet">{t("review.scene.locked")}</small>}
    </label>
  );
}

const most = { clues: 9, highlights: 200 } as const;

interface MarksProps extends Pick<SceneEditorProps, "scene" | "onChange"> {
  readonly nodes: readonly ChartNode[];
}

/** Two ticks an entity: marked on the scene, to be switched off on the wall. */
function Marks({ scene, nodes, onChange }: MarksProps) {
  const t = useWords();
  const { words } = useSceneWords();
  const toggle = (field: "clues" | "highlights", ref: string) => {
    const now = scene[field];
    const next = now.includes(ref) ? now.filter((one) => one !== ref) : [...now, ref].slice(0, most[field]);
    onChange({ step: "arrange", scene: scene.id, change: { [field]: next } });
  };
  return (
    <table className="cw-board-marks">
      <thead>
        <tr>
          <th>{t("review.scene.entity")}</th>
          <th>{t("review.scene.highlight")}</th>
          <th>{t("review.scene.clue")}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => {
          const name = sceneLabel(node, words).join(" ");
          return (
            <tr key={node.ref}>
              <td>
                <KindGlyph kind={node.kind} subtype={node.subtype} size={16} /> {name}
              </td>
              <td>
                <input
                  type="checkbox"
                  aria-label={t("review.scene.highlightOf", { name })}
                  checked={scene.highlights.includes(node.ref)}
                  onChange={() => toggle("highlights", node.ref)}
                />
              </td>
              <td>
                {node.kind !== "case" && (
                  <input
                    type="checkbox"
                    aria-label={t("review.scene.clueOf", { name })}
                    checked={scene.clues.includes(node.ref)}
                    onChange={() => toggle("clues", node.ref)}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const kindOrder = (node: ChartNode): number => (node.kind === "case" ? 1 : 0);

export function SceneEditor({ scene, elements, onChange }: SceneEditorProps) {
  const t = useWords();
  const write = (change: Partial<Pick<Scene, "caption" | "line" | "notes">>) => onChange({ step: "write", scene: scene.id, change });
  const here = new Set(scene.document.nodes.map(({ ref }) => ref));
  const nodes = elements.nodes
    .filter(({ ref }) => here.has(ref))
    .toSorted((a, b) => kindOrder(a) - kindOrder(b) || (a.ref < b.ref ? -1 : 1));
  return (
    <Panel className="cw-board-editor" title={t("review.scene.words")}>
      <div className="cw-board-fields">
        <TextField name={t("review.scene.caption")} value={scene.caption} rows={2} onKeep={(caption) => write({ caption })} />
        <TextField name={t("review.scene.line")} value={scene.line} rows={2} onKeep={(line) => write({ line })} />
        <TextField name={t("review.scene.notes")} value={scene.notes} rows={4} onKeep={(notes) => write({ notes })} />
        <label className="cw-board-field cw-board-field-row">
          <span>{t("review.scene.seconds")}</span>
          <input
            className="cw-input"
            type="number"
            min={1}
            max={7200}
            value={scene.seconds ?? ""}
            onChange={({ target }) =>
              onChange({
                step: "arrange",
                scene: scene.id,
                change: { seconds: target.value === "" ? null : Math.max(1, Math.min(7200, Math.round(Number(target.value)))) },
              })
            }
          />
        </label>
        {nodes.length > 0 && <Marks scene={scene} nodes={nodes} onChange={onChange} />}
      </div>
    </Panel>
  );
}
