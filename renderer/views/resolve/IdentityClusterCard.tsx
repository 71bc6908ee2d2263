// One identity with its parts: each can be split off again, and its row is one click away.
import { useRef, useState } from "react";
import type { IdentityCluster, IdentityMember } from "../../../shared/resolve/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, CitationLink, EntityLabel, formatBits, formatCount, Tag } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { identitySubject, judgeIdentity } from "../../state/resolve.ts";
import { reportError } from "../../state/toasts.ts";
import { ReasonField } from "./IdentityPairCard.tsx";

interface PartProps {
  readonly head: string;
  readonly member: IdentityMember;
  readonly isWeakest: boolean;
  readonly onSplit: (entity: string) => void;
}

function Part({ head, member, isWeakest, onSplit }: PartProps) {
  const t = useWords();
  return (
    <tr>
      <th scope="row">
        <EntityLabel kind="person" label={member.label} /> {isWeakest && <Tag tone="neutral">{t("resolve.cluster.isWeakest")}</Tag>}
      </th>
      <td>
        <CitationLink citation={member.source} />
      </td>
      <td>
        {member.entity !== head && (
          <>
            <Button small tone="text" onClick={() => goTo("resolve", identitySubject({ a: head, b: member.entity }))}>
              {t("resolve.pair.table")}
            </Button>
            <Button small onClick={() => onSplit(member.entity)}>
              {t("resolve.cluster.split")}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

export function IdentityClusterCard({ cluster }: { readonly cluster: IdentityCluster }) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { identity, members, weakestBits, weakest } = cluster;
  const split = (entity: string) => {
    if (reason.trim() === "") {
      setAsked(true);
      field.current?.focus();
      return;
    }
    judgeIdentity(identity, entity, "reject", reason.trim()).catch(reportError);
  };
  return (
    <article className="cw-card">
      <header className="cw-pair-head">
        <h1>
          <EntityLabel kind="person" label={cluster.label} />
        </h1>
        <span className="cw-quiet">{t("resolve.cluster.title", { n: formatCount(members.length) })}</span>
        {weakestBits !== null && weakestBits < 0 && <Tag tone="contra">{t("resolve.cluster.conflict")}</Tag>}
        <div className="cw-pair-tools">
          {weakestBits !== null && t("resolve.cluster.weakest", { bits: formatBits(weakestBits) })}{" "}
          {weakest !== null && (
            <Button small onClick={() => goTo("resolve", identitySubject(weakest))}>
              {t("resolve.cluster.openWeakest")}
            </Button>
          )}
        </div>
      </header>
      <div className="cw-card-body">
        <p className="cw-small cw-quiet">{t("resolve.cluster.note")}</p>
        <table className="cw-sides" aria-label={t("resolve.cluster.title", { n: members.length })}>
          <tbody>
            {members.map((member) => (
              <Part
                key={member.entity}
                head={identity}
                member={member}
                isWeakest={member.entity === weakest?.a || member.entity === weakest?.b}
                onSplit={split}
              />
            ))}
          </tbody>
        </table>
      </div>
      <section className="cw-decision" data-panel="" tabIndex={-1} aria-label={t("resolve.verdict.title")}>
        <div className="cw-decision-row">
          <ReasonField value={reason} isAsked={isAsked} onChange={setReason} field={field} />
        </div>
      </section>
    </article>
  );
}
