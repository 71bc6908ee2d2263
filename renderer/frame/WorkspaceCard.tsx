// What the workspace is: where its file lies, its version, whether it is encrypted.
import { useWords } from "../i18n/index.ts";
import { Button } from "../parts/index.ts";
import { tell } from "../state/toasts.ts";
import { useWorkspace } from "../state/workspace.ts";

export function WorkspaceCard() {
  const t = useWords();
  const info = useWorkspace((state) => state.info);
  if (info === null) return null;
  const copy = () => void navigator.clipboard.writeText(info.path).then(() => tell("frame.state.copied"));
  return (
    <div className="cw-workspace-card">
      <h3>{info.name}</h3>
      <dl>
        <dt>{t("frame.workspace.file")}</dt>
        <dd className="cw-file">{info.path}</dd>
        <dt>{t("frame.workspace.protection")}</dt>
        <dd>{info.encrypted ? t("frame.workspace.encrypted") : t("frame.workspace.plain")}</dd>
        <dt>{t("frame.workspace.access")}</dt>
        <dd>{info.readOnly ? t("frame.workspace.readOnly") : t("frame.workspace.writable")}</dd>
        <dt>{t("frame.workspace.versions")}</dt>
        <dd>{t("frame.workspace.versionsText", { schema: info.schemaVersion, data: info.dataVersion })}</dd>
      </dl>
      <Button small icon="copy" onClick={copy}>
        {t("frame.workspace.copyPath")}
      </Button>
    </div>
  );
}
