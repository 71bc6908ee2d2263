// The record of a series: status, unit in charge, note; and the cases that people took out, each with its reason and a way back.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import type { SeriesDetail } from "../../../shared/group/calls.ts";
import { type SeriesStatus, seriesStatuses } from "../../../shared/group/seriesCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { statusKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, CaseNumber, formatTime, Panel, Tag, type Tone } from "../../parts/index.ts";
import { judgeMember, recordSeries } from "../../state/group.ts";
import { reportError } from "../../state/toasts.ts";
import { ReasonForm } from "./ReasonForm.tsx";

const statusTones: Readonly<Record<SeriesStatus, Tone>> = { open: "warn", merged: "accent", solved: "plus", dropped: "neutral" };

interface EditProps {
  readonly detail: SeriesDetail;
  readonly onDone: () => void;
}

function RecordForm({ detail, onDone }: EditProps) {
  const t = useWords();
  const last = detail.record.at(-1);
  const [status, setStatus] = useState<SeriesStatus>(last?.status ?? "open");
  const [unit, setUnit] = useState(last?.unit ?? "");
  const [note, setNote] = useState(last?.note ?? "");
  const save = (event: FormEvent) => {
    event.preventDefault();
    recordSeries(detail.series, { status, unit, note }).then(onDone, reportError);
  };
  return (
    <form className="cw-record-form" onSubmit={save}>
      <select
        className="cw-input"
        value={status}
        aria-label={t("group.record.status")}
        onChange={(event) => setStatus(event.target.value as SeriesStatus)}
      >
        {seriesStatuses.map((each) => (
          <option key={each} value={each}>
            {wordOf(t, statusKeys, each)}
          </option>
        ))}
      </select>
      <input
        className="cw-input"
        value={unit}
        aria-label={t("group.record.unit")}
        placeholder={t("group.record.unit")}
        onChange={(event) => setUnit(event.target.value)}
      />
      <input
        className="cw-input cw-record-note"
        value={note}
        aria-label={t("group.record.note")}
        placeholder={t("group.record.note")}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className="cw-button cw-button-primary cw-button-small">
        {t("group.record.save")}
      </button>
      <Button small tone="text" onClick={onDone}>
        {t("group.record.cancel")}
      </Button>
    </form>
  );
}

function Entries({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  if (detail.record.length === 0) return <p className="cw-record-line cw-second">{t("group.record.none")}</p>;
  return detail.record.toReversed().map((entry) => (
    <p key={entry.at} className="cw-record-line">
      <Tag tone={statusTones[entry.status]}>{wordOf(t, statusKeys, entry.status)}</Tag> {entry.unit !== "" && <b>{entry.unit}</b>}{" "}
      {entry.note} <span className="cw-small cw-quiet">{t("group.record.by", { by: entry.by, at: formatTime(entry.at) })}</span>
    </p>
  ));
}

function TakenOutRows({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const putBack = (number: string) => (reason: string) =>
    void judgeMember(detail.series, number, "confirm", reason).then(() => setOpen(null), reportError);
  return detail.takenOut.map((out) => (
    <p key={out.case} className="cw-record-line">
      <Tag tone="contra">{t("group.record.out")}</Tag> <CaseNumber number={out.case} /> {out.reason}{" "}
      <span className="cw-small cw-quiet">{t("group.record.by", { by: out.by, at: formatTime(out.at) })}</span>{" "}
      <Popover
        open={open === out.case}
        onOpenChange={(isOpen) => setOpen(isOpen ? out.case : null)}
        trigger="click"
        destroyOnHidden
        content={<ReasonForm title={t("group.record.putBack")} onReason={putBack(out.case)} />}
      >
        <button type="button" className="cw-entity cw-tone-accent">
          {t("group.record.putBack")}
        </button>
      </Popover>
    </p>
  ));
}

export function SeriesRecordPanel({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const [isEditing, setEditing] = useState(false);
  return (
    <Panel
      title={t("group.record.title")}
      tools={
        !isEditing && (
          <Button small tone="text" onClick={() => setEditing(true)}>
            {t("group.record.write")}
          </Button>
        )
      }
    >
      {isEditing && <RecordForm detail={detail} onDone={() => setEditing(false)} />}
      <Entries detail={detail} />
      <TakenOutRows detail={detail} />
    </Panel>
  );
}
