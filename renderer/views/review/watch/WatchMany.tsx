// Everyone of a list under watch: ticked where the list is known, a line each where it is pasted; one reason, one owner, one end, taken back as one.
import { useState } from "react";
import type { Numbered } from "../../../../shared/model/entity.ts";
import { nameOf, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, Icon, KindGlyph } from "../../../parts/index.ts";
import { addWatches } from "../../../state/watches.ts";
import { WatchForm } from "./WatchForm.tsx";

export interface Watchable extends Numbered {
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
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

function Ticks({ items, left, onLeave }: TicksProps) {
  const t = useWords();
  const toggle = (entity: string) => {
    const next = new Set(left);
    if (!next.delete(entity)) next.add(entity);
    onLeave(next);
  };
  const whole = left.size === 0 ? new Set(items.map(({ entity }) => entity)) : new Set<string>();
  return (
    <div>
      <div className="cw-watch-many-head cw-small cw-quiet">
        <span>{t("watch.many.ticked", { count: items.length - left.size, all: items.length })}</span>
        <Button small tone="text" onClick={() => onLeave(whole)}>
          {left.size === 0 ? t("watch.many.none") : t("watch.many.all")}
        </Button>
      </div>
      <ul className="cw-watch-many">
        {items.map(({ entity, label, numbers = [] }) => (
          <li key={entity}>
            <label>
              <input type="checkbox" checked={!left.has(entity)} onChange={() => toggle(entity)} />
              {entity.startsWith("series:") ? <Icon name="topology" size={15} /> : <KindGlyph kind={shownKind(entity)} size={15} />}
              <span>{nameOf({ entity, label, numbers })}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function WatchManyDialog({ items, reason, onClose }: WatchManyProps) {
  const t = useWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [pasted, setPasted] = useState("");
  const texts = items.length > 0 ? items.flatMap(({ entity }) => (left.has(entity) ? [] : [entity])) : pasted.split(/\r?\n/);
  const count = texts.filter((text) => text.trim() !== "").length;
  return (
    <WatchForm
      title={t("watch.many.title")}
      word={t("watch.many.save", { count })}
      isNamed={count > 0}
      onSave={(terms) => addWatches({ texts, ...terms })}
      onClose={onClose}
      {...(reason !== undefined && { reason })}
    >
      <p className="cw-quiet cw-small">{t("watch.many.note")}</p>
      {items.length > 0 ? (
        <Ticks items={items} left={left} onLeave={setLeft} />
      ) : (
        <label className="cw-watch-lines">
          <span>{t("watch.many.lines")}</span>
          <textarea className="cw-input" rows={8} value={pasted} onChange={(event) => setPasted(event.target.value)} />
        </label>
      )}
    </WatchForm>
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
