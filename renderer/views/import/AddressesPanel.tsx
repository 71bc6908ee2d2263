// After storing: what matching by itself made of the addresses that came, and the way to those that wait for a person.
import type { AddressReport } from "../../../shared/resolve/addressCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, formatCount, Icon } from "../../parts/index.ts";
import { matchAddresses, showPile, useIsMatching } from "../../state/addresses.ts";
import { useImporting } from "../../state/importing.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";

function Report({ matched, doubtful, unmatched }: AddressReport) {
  const t = useWords();
  return (
    <p>
      {t("import.addresses.matched", { count: formatCount(matched) })}
      {doubtful > 0 && t("import.addresses.doubtful", { count: formatCount(doubtful) })}
      {unmatched > 0 && <span className="cw-quiet">{t("import.addresses.unmatched", { count: formatCount(unmatched) })}</span>}
    </p>
  );
}

function Action({ report, isMatching }: { readonly report: AddressReport; readonly isMatching: boolean }) {
  const t = useWords();
  if (!report.isDone && !isMatching)
    return (
      <Button small onClick={() => matchAddresses().catch(reportError)}>
        {t("import.addresses.now")}
      </Button>
    );
  if (report.doubtful === 0) return null;
  return (
    <Button small onClick={() => showPile("doubtful")}>
      {t("import.addresses.judge")}
    </Button>
  );
}

function Told({ since }: { readonly since: number }) {
  const t = useWords();
  const isMatching = useIsMatching();
  const { data: report } = useCall("resolve.readAddressReport", { since }, ["resolve"]);
  const isNone = report === null || (report.isDone && report.matched + report.doubtful + report.unmatched === 0);
  if (isNone && !isMatching) return null;
  return (
    <section className="cw-notice" aria-label={t("resolve.address.tab")}>
      <Icon name="mapPin" size={18} />
      <div>
        <h3>{t("resolve.address.tab")}</h3>
        {report !== null && <Report {...report} />}
        {isMatching && <p className="cw-second">{t("resolve.address.inBackground")}</p>}
        {report !== null && !report.isDone && !isMatching && <p className="cw-second">{t("import.addresses.stopped")}</p>}
      </div>
      {report !== null && <Action report={report} isMatching={isMatching} />}
    </section>
  );
}

export function AddressesPanel() {
  const since = useImporting((state) => state.addresses);
  return since === null ? null : <Told since={since} />;
}
