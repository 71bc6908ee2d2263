// The states a panel can be in besides full: loading, empty, failed.
import { type ReactNode, useEffect, useState } from "react";
import type { WireError } from "../../shared/errors.ts";
import { errorSentence, printErrorId } from "../i18n/errors.ts";
import { useWords } from "../i18n/index.ts";
import { tell } from "../state/toasts.ts";
import { Button } from "./Button.tsx";
import { Icon, type IconName } from "./Icon.tsx";

/** True once it has stood for 150 ms: quick answers never flash a skeleton. */
function useLate(milliseconds = 150): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isLate;
}

/** Grey rows of the size of what will stand there. */
export function Skeleton({ rows = 6, tall = false }: { readonly rows?: number; readonly tall?: boolean }) {
  const t = useWords();
  const isLate = useLate();
  return (
    <div className="cw-skeleton" role="status" aria-label={t("frame.state.loading")}>
      {isLate &&
        Array.from({ length: rows }, (_, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
            key={row}
            className={tall ? "cw-skeleton-row cw-skeleton-tall" : "cw-skeleton-row"}
            style={{ opacity: 1 - row / (rows + 2) }}
          >
            <i />
            <span>
              <b style={{ width: `${38 + ((row * 17) % 30)}%` }} />
              {tall && <b style={{ width: `${24 + ((row * 11) % 20)}%` }} />}
            </span>
          </div>
        ))}
    </div>
  );
}

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: ReactNode;
  /** Why it is empty. */
  readonly children?: ReactNode;
  /** One step that helps. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="cw-empty">
      <Icon name={icon} size={26} stroke={1.4} />
      <h3>{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {action !== undefined && <div className="cw-actions">{action}</div>}
    </div>
  );
}

export interface ErrorPanelProps {
  readonly error: WireError;
  readonly onRetry?: () => void;
  /** What state the data is in; by default that nothing was changed. */
  readonly children?: ReactNode;
}

export function ErrorPanel({ error, onRetry, children }: ErrorPanelProps) {
  const t = useWords();
  const id = printErrorId(error);
  const copy = () => void navigator.clipboard.writeText(id).then(() => tell("frame.state.copied"));
  return (
    <div className="cw-error" role="alert">
      <Icon name="alertCircle" size={20} />
      <div>
        <h3>{errorSentence(t, error)}</h3>
        <p>{children ?? t("frame.state.unchanged")}</p>
        <div className="cw-actions">
          {onRetry && (
            <Button small tone="primary" onClick={onRetry}>
              {t("frame.state.retry")}
            </Button>
          )}
          <Button small tone="text" icon="copy" onClick={copy}>
            {t("frame.state.copyDetails")}
          </Button>
        </div>
      </div>
    </div>
  );
}
