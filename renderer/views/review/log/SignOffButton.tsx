// Signs a series off in a meeting: the grouping that was looked at, a verdict, a reason. Says what came and went since.
import { useState } from "react";
import { type Verdict, verdicts } from "../../../../shared/model/decision.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, Dialog, formatTime, Segmented, Tag } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { verdictLooks } from "./verdictLooks.ts";
import "../review.css";

function SignOffDialog({ series, run, onClose }: { readonly series: string; readonly run: number; readonly onClose: () => void }) {
  const t = useWords();
  const [verdict, setVerdict] = useState<Verdict>("confirm");
  const [reason, setReason] = useState("");
  const sign = () =>
    engine
      .call("review.recordDecision", { subject: "signoff", a: series, b: String(run), verdict, reason })
      .then(() => {
        tell("review.signoff.done", { series });
        onClose();
      })
      .catch(reportError);
  const foot = (
    <>
      <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
      <Button tone="primary" disabled={reason.trim().length < 2} onClick={() => void sign()}>
        {t("review.signoff.sign")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("review.signoff.of", { series })} onClose={onClose} foot={foot}>
      <Segmented<Verdict>
        label={t("frame.review.verdict")}
        value={verdict}
        options={verdicts.map((value) => ({ value, text: t(verdictLooks[value][1]) }))}
        onChange={setVerdict}
      />
      <textarea
        className="cw-input cw-signoff-reason"
        rows={3}
        value={reason}
        aria-label={t("frame.review.reason")}
        placeholder={t("review.signoff.hint")}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="cw-quiet cw-small">{t("review.signoff.note")}</p>
    </Dialog>
  );
}

export function SignOffButton({ series }: { readonly series: string }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { data } = useCall("review.readSignOff", { series }, ["decisions", "group"]);
  const run = useCall("group.listSeries", {}, ["group"]).data?.runId ?? null;
  const changed = data === null ? 0 : data.joined.length + data.gone.length;
  const title =
    data === null
      ? ""
      : t("review.signoff.since", {
          by: data.by,
          at: formatTime(data.at),
          reason: data.reason,
          joined: data.joined.length,
          gone: data.gone.length,
        });
  return (
    <>
      {data !== null && (
        <span title={title}>
          <Tag tone={changed > 0 ? "warn" : verdictLooks[data.verdict][0]}>
            {changed > 0
              ? t("review.signoff.changed", { at: formatTime(data.at, "date"), count: changed })
              : t("review.signoff.held", { at: formatTime(data.at, "date"), verdict: t(verdictLooks[data.verdict][1]) })}
          </Tag>
        </span>
      )}
      <Button icon="checklist" disabled={run === null} onClick={() => setOpen(true)}>
        {t("review.signoff.open")}
      </Button>
      {isOpen && run !== null && <SignOffDialog series={series} run={run} onClose={() => setOpen(false)} />}
    </>
  );
}
