// One reason, one button: nothing is decided without a reason.
import { type FormEvent, useState } from "react";
import { useWords } from "../../i18n/index.ts";

export interface ReasonFormProps {
  readonly title: string;
  readonly onReason: (reason: string) => void;
  /** Stands there beside other work: does not ask for the keyboard. */
  readonly isQuiet?: boolean;
}

export function ReasonForm({ title, onReason, isQuiet = false }: ReasonFormProps) {
  const t = useWords();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") onReason(reason.trim());
  };
  return (
    <form className="cw-reason" onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the form was opened to be written in
        autoFocus={!isQuiet}
        className="cw-input"
        value={reason}
        aria-label={t("group.member.reason")}
        placeholder={t("group.member.reason")}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="cw-button cw-button-primary cw-button-small" disabled={reason.trim() === ""}>
        {title}
      </button>
    </form>
  );
}
