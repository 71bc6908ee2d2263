// The head of a meeting's minutes: time, place, chair, record keeper and attendance, filled in before or after it.
import { type FormEvent, useState } from "react";
import { type Meeting, type MeetingField, meetingFields } from "../../../../shared/review/meetingCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField, Dialog } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { reportError } from "../../../state/toasts.ts";
import "./meeting.css";

const fieldKeys: Readonly<Record<MeetingField, string>> = {
  held: "review.meeting.held",
  place: "review.meeting.place",
  chair: "review.meeting.chair",
  recorder: "review.meeting.recorder",
  attendance: "review.meeting.attendance",
};

const shownFields = ["held", "place", "chair", "recorder", "attendance"] as const satisfies readonly MeetingField[];

type Draft = Readonly<Record<MeetingField, string>>;

interface FieldProps {
  readonly field: Exclude<MeetingField, "held">;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function TextField({ field, draft, onChange }: FieldProps) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const id = `meeting-${field}`;
  const shared = {
    id,
    className: "cw-input",
    value: draft[field],
    readOnly: isMasked && draft[field].includes("*"),
    onChange: (event: { readonly target: { readonly value: string } }) => onChange({ ...draft, [field]: event.target.value }),
  };
  return (
    <div className="cw-meeting-field">
      <label htmlFor={id}>{t(fieldKeys[field])}</label>
      {field === "attendance" ? (
        <textarea {...shared} rows={3} maxLength={2000} placeholder={t("review.meeting.attendanceHint")} />
      ) : (
        <input {...shared} maxLength={200} />
      )}
    </div>
  );
}

function MeetingDialog({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const t = useWords();
  const [draft, setDraft] = useState<Draft>(() => Object.fromEntries(meetingFields.map((field) => [field, meeting[field]])) as Draft);
  const save = (event: FormEvent) => {
    event.preventDefault();
    engine.call("review.changeMeeting", { board: meeting.board, ...draft }).then(onClose, reportError);
  };
  return (
    <Dialog
      title={`${t("review.meeting.fill")} · ${meeting.boardName}`}
      onClose={onClose}
      foot={
        <Button tone="primary" onClick={save}>
          {t("review.minute.keep")}
        </Button>
      }
    >
      <form className="cw-meeting-form" onSubmit={save}>
        <div className="cw-meeting-field">
          <label htmlFor="meeting-held">{t(fieldKeys.held)}</label>
          <DateField hasClock id="meeting-held" value={draft.held} onChange={(held) => setDraft({ ...draft, held })} />
        </div>
        {(["place", "chair", "recorder", "attendance"] as const).map((field) => (
          <TextField key={field} field={field} draft={draft} onChange={setDraft} />
        ))}
      </form>
    </Dialog>
  );
}

export function FillMeeting({ meeting }: { readonly meeting: Meeting }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("review.meeting.fill")}</Button>
      {isOpen && <MeetingDialog meeting={meeting} onClose={() => setOpen(false)} />}
    </>
  );
}

export function MeetingHead({ meeting }: { readonly meeting: Meeting }) {
  const t = useWords();
  return (
    <dl className="cw-meeting-head">
      {shownFields.map((field) => (
        <div key={field}>
          <dt>{t(fieldKeys[field])}</dt>
          <dd className={meeting[field] === "" ? "cw-quiet" : ""}>{meeting[field].replace("T", " ") || t("review.meeting.empty")}</dd>
        </div>
      ))}
    </dl>
  );
}
