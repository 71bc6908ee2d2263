// A server that nobody vouches for: the certificate it shows, and the word of a person who has compared its fingerprint.
import type { WireError } from "../../../shared/errors.ts";
import { useWords } from "../../i18n/index.ts";
import { Button } from "../../parts/index.ts";
import { trustServer, useGraphServer } from "../../state/graphServer.ts";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** With a name that the certificate does not have, trusting it would not help. */
const isOfAnotherName = (reason: string) => /altname|hostname/i.test(reason);

export function TrustServer({ error: { details } }: { readonly error: WireError }) {
  const t = useWords();
  const busy = useGraphServer((state) => state.busy);
  const fingerprint = text(details["fingerprint"]);
  if (fingerprint === "") return null;
  return (
    <section className="cw-graph-trust" aria-label={t("graph.trust.title")}>
      <h3>{t("graph.trust.title")}</h3>
      <dl>
        <dt>{t("graph.trust.subject")}</dt>
        <dd>{text(details["subject"])}</dd>
        <dt>{t("graph.trust.until")}</dt>
        <dd>{text(details["until"])}</dd>
        <dt>{t("graph.trust.fingerprint")}</dt>
        <dd className="cw-graph-fingerprint">{fingerprint}</dd>
      </dl>
      {!isOfAnotherName(text(details["reason"])) && (
        <>
          <p>{t("graph.trust.note")}</p>
          <Button icon="shield" disabled={busy !== null} onClick={() => void trustServer(fingerprint)}>
            {t("graph.trust.accept")}
          </Button>
        </>
      )}
    </section>
  );
}
