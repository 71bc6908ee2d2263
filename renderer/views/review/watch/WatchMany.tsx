// Everyone of a list under watch: ticked where the list is known, a line each where it is pasted; one reason, one owner, one end, taken back as one.
import { type FormEvent, useState } from "react";
import { entityName } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField, Dialog } from "../../../parts/index.ts";
import { reportError } from "../../../state/toasts.ts";
import { addWatches } from "../../../state/watches.ts";
import { endOfDay, WatchField } from "./watchFields.tsx";
import "./watch.css";

export interface Watchable {
  /** `kind:key` or `series:S-1`. */
  readonly entity: string;
  readonly label: string;
}

interface WatchManyProps {
  /** What the list holds; none: it is pasted. */
  readonly items: readonly Watchable[];
  /** What the reason begins with. */
  readonly reason?: string;
  readonly onClose: () => void;
}

interface TicksProps {
  readonly items: readonly Watchable[];
  readonly left: ReadonlySet<string>;
  readonly onToggle: (entity: string) => void;
}

function Ticks({ items, left, onToggle }: TicksProps) {
  return (
    <ul className="cw-watch-many">
      {items.map(({ entity, label }) => (
        <li key={entity}>
          <label>
            <input type="checkbox" checked={!left.has(entity)} onChange={() => onToggle(entity)} /> {entityName(entity, label)}
          </label>
        </li>
      ))}
    </ul>
  );
}

const formId = "cw-watch-many-form";

export function WatchManyDialog({ items, reason: first = "", onClose }: WatchManyProps) {
  const t = useWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [pasted, setPasted] = useState("");
  const [form, setForm] = useState({ reason: first, owner: "", until: "" });
  const change = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const texts = items.length > 0 ? items.flatMap(({ entity }) => (left.has(entity) ? [] : [entity])) : pasted.split(/\r?\n/);
  const count = texts.filter((text) => text.trim() !== "").length;
  const isReady = count > 0 && form.reason.trim().length > 1;
  const toggle = (entity: string) => {
    const next = new Set(left);
    if (!next.delete(entity)) next.add(entity);
    setLeft(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) addWatches({ texts, reason: form.reason, owner: form.owner, expiresAt: endOfDay(form.until) }).then(onClose, reportError);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <button type="submit" form={formId} className="cw-button cw-button-primary" disabled={!isReady}>
        {t("watch.many.save", { count })}
      </button>
    </>
  );
  return (
    <Dialog title={t("watch.many.title")} onClose={onClose} foot={foot}>
      <form id={formId} className="cw-watch-form" onSubmit={save}>
        <p className="cw-quiet cw-small">{t("watch.many.note")}</p>
        {items.length > 0 ? (
          <Ticks items={items} left={left} onToggle={toggle} />
        ) : (
          <label className="cw-watch-lines">
            <span>{t("watch.many.lines")}</span>
            <textarea className="cw-input" rows={8} value={pasted} onChange={(event) => setPasted(event.target.value)} />
          </label>
        )}
        <WatchField label={t("watch.form.reason")} value={form.reason} onChange={(reason) => change({ reason })} />
        <WatchField label={t("watch.form.owner")} value={form.owner} onChange={(owner) => change({ owner })} />
        <label className="cw-watch-field">
          <span>{t("watch.form.until")}</span>
          <DateField value={form.until} onChange={(until) => change({ until })} />
        </label>
      </form>
    </Dialog>
  );
}

interface ButtonProps {
  readonly items: readonly Watchable[];
  readonly reason?: string;
  readonly word?: string;
  /** For a pasted list, which is there to be typed. */
  readonly isPasted?: boolean;
}

export function WatchManyButton({ items, reason, word, isPasted = false }: ButtonProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0 && !isPasted) return null;
  return (
    <>
      <Button small={!isPasted} icon={isPasted ? "bell" : "eye"} onClick={() => setOpen(true)}>
        {word ?? t("watch.many.button")}
      </Button>
      {isOpen && <WatchManyDialog items={items} onClose={() => setOpen(false)} {...(reason !== undefined && { reason })} />}
    </>
  );
}
