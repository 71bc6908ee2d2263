// Toasts at the foot of the window: six seconds, with an undo where there is one.

import { errorSentence } from "../i18n/errors.ts";
import { useWords } from "../i18n/index.ts";
import { Button, Icon, IconButton } from "../parts/index.ts";
import { closeToast, type Toast, useToasts } from "../state/toasts.ts";

function ToastRow({ toast }: { readonly toast: Toast }) {
  const t = useWords();
  const undo = () => {
    toast.undo?.();
    closeToast(toast.id);
  };
  return (
    <div className={`cw-toast cw-toast-${toast.tone}`}>
      <Icon name={toast.tone === "done" ? "circleCheck" : "alertCircle"} size={18} />
      <span>{toast.error ? errorSentence(t, toast.error) : t(toast.key, toast.values)}</span>
      {toast.undo && (
        <Button small tone="text" onClick={undo}>
          {t("frame.action.undo")}
        </Button>
      )}
      <IconButton icon="cross" label={t("frame.action.close")} onClick={() => closeToast(toast.id)} />
    </div>
  );
}

export function ToastList() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="cw-toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
