// Alerts as lines that open: under the bell, and on the overview.
import type { AlertItem } from "../../shared/model/alert.ts";
import { useWords } from "../i18n/index.ts";
import { alertLabel, alertText } from "../i18n/watchWords.ts";
import { formatTime } from "../parts/index.ts";
import { openAlerts } from "../state/watches.ts";
import "./alerts.css";

interface AlertLinesProps {
  readonly items: readonly AlertItem[];
  readonly onOpen?: () => void;
}

export function AlertLines({ items, onOpen = () => {} }: AlertLinesProps) {
  return (
    <ul className="cw-alert-lines">
      {items.map((alert) => (
        <AlertLine key={alert.id} alert={alert} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function AlertLine({ alert, onOpen }: { readonly alert: AlertItem; readonly onOpen: () => void }) {
  const t = useWords();
  const open = () => {
    onOpen();
    openAlerts(alert.id);
  };
  return (
    <li>
      <button type="button" className="cw-alert-line" onClick={open}>
        <i className={alert.state === "new" ? "cw-alert-dot" : "cw-alert-dot cw-alert-dot-seen"} aria-hidden="true" />
        <span className="cw-alert-text">
          <b>{alertLabel(t, alert)}</b>
          <span title={alertText(t, alert)}>{alertText(t, alert)}</span>
        </span>
        <span className="cw-small cw-quiet">{formatTime(alert.raisedAt)}</span>
      </button>
    </li>
  );
}
