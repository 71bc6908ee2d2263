// Identifiers that weigh nothing because everybody meets there, and why; and taking one more out of the evidence.
import { type FormEvent, useState } from "react";
import type { LinkHub } from "../../../shared/link/pairScore.ts";
import { entityName } from "../../i18n/entityNames.ts";
import { hubKeys } from "../../i18n/hubs.ts";
import { useWords } from "../../i18n/index.ts";
import { wordOf } from "../../i18n/vocabulary.ts";
import {
  type Column,
  DataTable,
  Drawer,
  EmptyState,
  EntityLabel,
  ErrorPanel,
  formatCount,
  KindGlyph,
  Skeleton,
} from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";

const kindOf = (ref: string): string => ref.slice(0, ref.indexOf(":"));

function useColumns(): readonly Column<LinkHub>[] {
  const t = useWords();
  return [
    {
      key: "label",
      title: t("link.hubs.identifier"),
      width: "minmax(150px, 2fr)",
      render: (hub) => (
        <>
          <KindGlyph kind={kindOf(hub.entity)} size={16} />{" "}
          <EntityLabel kind={kindOf(hub.entity)} label={entityName(hub.entity, hub.label)} />
        </>
      ),
      text: (hub) => hub.label,
    },
    {
      key: "cases",
      title: t("link.hubs.cases"),
      width: "56px",
      align: "right",
      render: (hub) => formatCount(hub.cases),
      text: (hub) => String(hub.cases),
    },
    {
      key: "units",
      title: t("link.hubs.units"),
      width: "56px",
      align: "right",
      render: (hub) => formatCount(hub.units),
      text: (hub) => String(hub.units),
    },
    {
      key: "types",
      title: t("link.hubs.types"),
      width: "56px",
      align: "right",
      render: (hub) => formatCount(hub.types),
      text: (hub) => String(hub.types),
    },
    {
      key: "reason",
      title: t("link.hubs.reason"),
      width: "minmax(120px, 1fr)",
      render: (hub) => wordOf(t, hubKeys, hub.reason),
      text: (hub) => hub.reason,
    },
  ];
}

function ExcludeForm() {
  const t = useWords();
  const [entity, setEntity] = useState("");
  const [reason, setReason] = useState("");
  const exclude = (event: FormEvent) => {
    event.preventDefault();
    engine.call("link.excludeIdentifier", { entity: entity.trim(), reason: reason.trim() }).then(() => {
      tell("link.toast.excluded", { entity });
      setEntity("");
      setReason("");
    }, reportError);
  };
  return (
    <form className="cw-exclude" onSubmit={exclude}>
      <input
        className="cw-input"
        value={entity}
        aria-label={t("link.hubs.which")}
        placeholder={t("link.hubs.which")}
        onChange={(event) => setEntity(event.target.value)}
      />
      <input
        className="cw-input"
        value={reason}
        aria-label={t("link.hubs.why")}
        placeholder={t("link.hubs.why")}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="cw-button" disabled={entity.trim() === "" || reason.trim() === ""}>
        {t("link.hubs.exclude")}
      </button>
    </form>
  );
}

export function HubDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { data, error, reload } = useCall("link.listHubs", {}, ["link"]);
  const columns = useColumns();
  return (
    <Drawer wide title={t("link.hubs.title")} label={t("link.hubs.title")} onClose={onClose} foot={<ExcludeForm />}>
      <p className="cw-hub-note cw-small cw-second">{t("link.hubs.note")}</p>
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={8} />}
      {data?.length === 0 && <EmptyState icon="link" title={t("link.hubs.none")} />}
      {data !== null && data.length > 0 && (
        <DataTable label={t("link.hubs.title")} columns={columns} rows={data} keyOf={(hub) => hub.entity} />
      )}
    </Drawer>
  );
}
