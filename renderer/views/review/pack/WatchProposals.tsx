// What a list proposes to watch: a pack writes nothing, so a person ticks and says why.
import { useState } from "react";
import type { PackWords } from "../../../../shared/review/pack/pack.ts";
import type { ShownSection } from "../../../../shared/review/packCalls.ts";
import { entityName, holderOf } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, Dialog, Tag } from "../../../parts/index.ts";
import { usePackWords, watchProposed } from "../../../state/packs.ts";
import { reportError } from "../../../state/toasts.ts";

interface ProposalsProps {
  readonly title: PackWords;
  readonly proposed: ShownSection["watch"];
}

interface DialogProps extends ProposalsProps {
  readonly onClose: () => void;
}

function ProposalsDialog({ title, proposed, onClose }: DialogProps) {
  const t = useWords();
  const say = usePackWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState(t("pack.watch.from", { title: say(title) }));
  const wanted = proposed.filter(({ entity }) => !left.has(entity)).map(({ entity }) => entity);
  const toggle = (entity: string) => {
    const next = new Set(left);
    if (!next.delete(entity)) next.add(entity);
    setLeft(next);
  };
  const save = () => {
    onClose();
    watchProposed(wanted, reason).catch(reportError);
  };
  return (
    <Dialog
      title={t("pack.watch.title")}
      onClose={onClose}
      foot={
        <Button tone="primary" icon="eye" disabled={wanted.length === 0 || reason.trim().length < 2} onClick={save}>
          {t("pack.watch.save", { count: wanted.length })}
        </Button>
      }
    >
      <p className="cw-pack-about">{t("pack.watch.note")}</p>
      <label className="cw-pack-field cw-pack-reason">
        <span>{t("pack.watch.reason")}</span>
        <input className="cw-input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <ul className="cw-pack-proposals">
        {proposed.map(({ entity, label }) => (
          <li key={entity}>
            <label>
              <input type="checkbox" checked={!left.has(entity)} onChange={() => toggle(entity)} /> {entityName(entity, label)}{" "}
              <span className="cw-quiet">{holderOf(entity, label)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

export function WatchProposals({ title, proposed }: ProposalsProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const waiting = proposed.filter(({ isWatched }) => !isWatched);
  if (waiting.length === 0) return <Tag tone="plus">{t("pack.watch.done")}</Tag>;
  return (
    <>
      <Button small icon="eye" onClick={() => setOpen(true)}>
        {t("pack.watch.button", { count: waiting.length })}
      </Button>
      {isOpen && <ProposalsDialog title={title} proposed={waiting} onClose={() => setOpen(false)} />}
    </>
  );
}
