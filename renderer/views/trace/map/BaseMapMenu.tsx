// The base map: none is shipped, since a public map needs approved data. The customer's own file comes with its approval number.
import { useRef, useState } from "react";
import type { BaseMap } from "../../../../shared/trace/mapCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, Dialog } from "../../../parts/index.ts";
import { engine, uploadFiles } from "../../../rpc/engine.ts";
import { reportError, tell } from "../../../state/toasts.ts";

export function BaseMapMenu({ base }: { readonly base: BaseMap | null }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="mapPin" onClick={() => setOpen(true)}>
        {t("trace.map.base")}
      </Button>
      {isOpen && <BaseMapDialog base={base} onClose={() => setOpen(false)} />}
    </>
  );
}

function BaseMapDialog({ base, onClose }: { readonly base: BaseMap | null; readonly onClose: () => void }) {
  const t = useWords();
  const files = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [approval, setApproval] = useState(base?.approval ?? "");
  const run = async (work: () => Promise<void>) => {
    try {
      await work();
      onClose();
    } catch (error) {
      reportError(error);
    }
  };
  const save = () =>
    run(async () => {
      const [path] = await uploadFiles([file!]);
      const { features } = await engine.call("trace.saveBaseMap", { path: path!, approval: approval.trim() });
      tell("trace.map.saved", { count: features });
    });
  const remove = () => run(async () => void (await engine.call("trace.removeBaseMap", {})));
  return (
    <Dialog
      title={t("trace.map.base")}
      onClose={onClose}
      foot={
        <>
          {base !== null && <Button onClick={() => void remove()}>{t("trace.map.remove")}</Button>}
          <Button tone="primary" disabled={file === null || approval.trim() === ""} onClick={() => void save()}>
            {t("trace.map.take")}
          </Button>
        </>
      }
    >
      <div className="cw-map-form">
        <p className="cw-second">{t("trace.map.baseText")}</p>
        <input ref={files} type="file" accept=".geojson,.json" hidden onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        <p className="cw-entity">
          <Button icon="folderOpen" onClick={() => files.current?.click()}>
            {t("trace.map.choose")}
          </Button>
          <span className="cw-label">{file?.name ?? base?.title ?? ""}</span>
        </p>
        <label>
          {t("trace.map.approval")}
          <input value={approval} placeholder={t("trace.map.approvalHint")} onChange={(event) => setApproval(event.target.value)} />
        </label>
      </div>
    </Dialog>
  );
}
