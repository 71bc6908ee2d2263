// Where a clue is typed or pasted, and what becomes of it: a chart, a case, a watch, a task.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Assessment } from "../../../../shared/review/assess/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, Panel } from "../../../parts/index.ts";
import { chartOf, type OpenTarget, refsOf, targetOf, useClue, writeClue } from "../../../state/assess.ts";
import { goTo } from "../../../state/navigation.ts";
import { reportError } from "../../../state/toasts.ts";
import { AddTaskDialog } from "../task/AddTaskDialog.tsx";
import { AddWatchDialog } from "../watch/AddWatchDialog.tsx";
import { StoreCaseDialog } from "./StoreCaseDialog.tsx";

const longestText = 100_000;
/** Longer texts name more than one thing to watch. */
const longestWatched = 60;

interface ClueBoxProps {
  readonly assessment: Assessment | null;
  readonly ticked: ReadonlySet<string>;
  readonly isLoading: boolean;
}

type Open = "case" | "watch" | "task" | null;

/** What one would watch: the ticked entity, else the first that was identified. */
function watchedText({ items, entities }: Assessment, ticked: ReadonlySet<string>, text: string): string {
  const [one] = ticked;
  const chosen = one ?? entities[0]?.entity;
  const item = items.find(({ valid, entityKind, known }) => valid && entityKind !== null && (one === undefined || known?.entity === one));
  if (item !== undefined) return item.normal ?? item.text;
  return chosen ?? (text.length <= longestWatched ? text : "");
}

const openWords: Readonly<Record<OpenTarget["kind"], string>> = {
  case: "assess.open.case",
  series: "assess.open.series",
  ring: "assess.open.ring",
  entity: "assess.open.entity",
};

const openTarget = ({ view, subject }: OpenTarget): void => goTo(view, subject);

/** Enter while the text is as the search box brought it, which may be before its answer is there; Ctrl Enter once it was edited: then Enter is a new line. */
function useOpening(target: OpenTarget | null, isUntouched: boolean, isLoading: boolean) {
  const isWanted = useRef(false);
  useEffect(() => {
    if (isLoading || !isWanted.current) return;
    isWanted.current = false;
    if (target !== null) openTarget(target);
  }, [target, isLoading]);
  return (event: KeyboardEvent) => {
    const isAsked = event.key === "Enter" && !event.nativeEvent.isComposing && (isUntouched || event.ctrlKey || event.metaKey);
    if (!isAsked || event.shiftKey || (target === null && !isLoading)) return;
    event.preventDefault();
    if (target !== null && !isLoading) openTarget(target);
    else isWanted.current = true;
  };
}

interface ActionsProps extends Pick<ClueBoxProps, "ticked"> {
  readonly assessment: Assessment;
  readonly target: OpenTarget | null;
  readonly isUntouched: boolean;
}

function Actions({ assessment, ticked, target, isUntouched }: ActionsProps) {
  const t = useWords();
  const [open, setOpen] = useState<Open>(null);
  const text = useClue((state) => state.text).trim();
  const refs = ticked.size > 0 ? [...ticked] : refsOf(assessment);
  const close = () => setOpen(null);
  return (
    <>
      {target !== null && (
        <Button tone="primary" icon="arrowRight" shortcut={isUntouched ? "↵" : "Ctrl ↵"} onClick={() => openTarget(target)}>
          {t(openWords[target.kind], { name: target.name })}
        </Button>
      )}
      <Button icon="affiliate" disabled={refs.length === 0} onClick={() => void chartOf(refs).catch(reportError)}>
        {t(ticked.size > 0 ? "assess.action.chartTicked" : "assess.action.chart", { count: refs.length })}
      </Button>
      <Button icon="bell" onClick={() => setOpen("watch")}>
        {t("assess.action.watch")}
      </Button>
      <Button icon="checklist" onClick={() => setOpen("task")}>
        {t("assess.action.task")}
      </Button>
      <Button tone={target === null ? "primary" : "normal"} icon="save" onClick={() => setOpen("case")}>
        {t("assess.action.case")}
      </Button>
      {open === "watch" && <AddWatchDialog text={watchedText(assessment, ticked, text)} onClose={close} />}
      {open === "task" && (
        <AddTaskDialog
          about={ticked.size > 0 ? [...ticked] : assessment.entities.slice(0, 5).map(({ entity }) => entity)}
          onClose={close}
        />
      )}
      {open === "case" && <StoreCaseDialog text={text} draft={assessment.draft} onClose={close} />}
    </>
  );
}

export function ClueBox({ assessment, ticked, isLoading }: ClueBoxProps) {
  const t = useWords();
  const { text, address } = useClue();
  const isUntouched = text !== "" && text === address;
  const target = assessment === null || isLoading ? null : targetOf(text, assessment);
  const onKeyDown = useOpening(target, isUntouched, isLoading);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  const time =
    assessment === null || isLoading
      ? t("assess.box.reading")
      : t("assess.box.time", { seconds: (assessment.milliseconds / 1000).toFixed(2) });
  return (
    <Panel className="cw-assess-box" label={t("assess.title")}>
      <textarea
        ref={input}
        rows={3}
        maxLength={longestText}
        aria-label={t("assess.box.label")}
        placeholder={t("assess.box.hint")}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => writeClue(event.target.value)}
      />
      <div className="cw-assess-actions">
        <span className="cw-quiet cw-small cw-number">{text.trim() === "" ? "" : time}</span>
        {assessment !== null && <Actions assessment={assessment} ticked={ticked} target={target} isUntouched={isUntouched} />}
      </div>
    </Panel>
  );
}
