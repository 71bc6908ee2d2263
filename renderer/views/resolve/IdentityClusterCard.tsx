// One identity with its parts: each can be split off again, and its row is one click away.
import { useRef, useState } from "react";
import type { IdentityCluster, IdentityMember } from "../../../shared/resolve/calls.ts";
import { attributeKeys } from "../../i18n/attributes.ts";
import { useWords } from "../../i18n/index.ts";
import { wordOf } from "../../i18n/vocabulary.ts";
import { Button, CitationLink, EntityLabel, formatBits, formatCount, SignMark, Tag } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { identitySubject, judgeIdentity } from "../../state/resolve.ts";
import { reportError } from "../../state/toasts.ts";
import { ReasonField } from "./IdentityPairCard.tsx";
import { type MemberColumn, memberColumns } from "./memberTable.ts";

/** In the order in which people tell who somebody is. */
const columnOrder = [
  "person.identityNumber",
  "person.birthDate",
  "person.sex",
  "person.phone",
  "person.address",
  "person.employer",
  "person.occupation",
  "person.email",
  "person.birthPlace",
  "person.alias",
];

/** Values that may take several lines; numbers and days never break. */
const longColumns: ReadonlySet<string> = new Set(["person.address", "person.employer", "person.birthPlace"]);

interface PartProps {
  readonly index: number;
  readonly columns: readonly MemberColumn[];
  readonly head: string;
  readonly member: IdentityMember;
  readonly isWeakest: boolean;
  readonly onSplit: (entity: string) => void;
}

function Part({ index, columns, head, member, isWeakest, onSplit }: PartProps) {
  const t = useWords();
  return (
    <tr>
      <th scope="row">
        <EntityLabel kind="person" label={member.label} /> {isWeakest && <Tag tone="neutral">{t("resolve.cluster.isWeakest")}</Tag>}
      </th>
      {columns.map(({ name, values, usual }) => {
        const value = values[index]!;
        const differs = usual !== null && value !== "" && value !== usual;
        return (
          <td key={name} className={`${differs ? "cw-member-differs" : ""} ${longColumns.has(name) ? "cw-member-long" : ""}`}>
            {differs && <SignMark sign="-" />} {value === "" ? <span className="cw-quiet">{t("resolve.pair.missing")}</span> : value}
          </td>
        );
      })}
      <td>
        <CitationLink citation={member.source} />
      </td>
      <td className="cw-member-tools">
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

/** From here on a pair speaks against the identity; above it, it says too little to join the two alone. */
const conflictBits = -4;

function Doubt({ weakestBits }: Pick<IdentityCluster, "weakestBits">) {
  const t = useWords();
  if (weakestBits === null || weakestBits >= 0) return null;
  if (weakestBits <= conflictBits) return <Tag tone="contra">{t("resolve.cluster.conflict")}</Tag>;
  return <Tag tone="warn">{t("resolve.cluster.weak")}</Tag>;
}

function MemberHead({ columns }: { readonly columns: readonly MemberColumn[] }) {
  const t = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{wordOf(t, attributeKeys, "person.name")}</th>
        {columns.map(({ name }) => (
          <th key={name} scope="col">
            {wordOf(t, attributeKeys, name)}
          </th>
        ))}
        <th scope="col">{t("resolve.pair.sources")}</th>
        <th scope="col">
          <span className="cw-unseen">{t("resolve.cluster.split")}</span>
        </th>
      </tr>
    </thead>
  );
}

export function IdentityClusterCard({ cluster }: { readonly cluster: IdentityCluster }) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { identity, members, weakestBits, weakest } = cluster;
  const columns = memberColumns(members, columnOrder);
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
        <Doubt weakestBits={weakestBits} />
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
        <div className="cw-members-frame">
          <table className="cw-plain-table cw-members" aria-label={t("resolve.cluster.title", { n: members.length })}>
            <MemberHead columns={columns} />
            <tbody>
              {members.map((member, index) => (
                <Part
                  key={member.entity}
                  index={index}
                  columns={columns}
                  head={identity}
                  member={member}
                  isWeakest={member.entity === weakest?.a || member.entity === weakest?.b}
                  onSplit={split}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <section className="cw-decision" data-panel="" tabIndex={-1} aria-label={t("resolve.verdict.title")}>
        <div className="cw-decision-row">
          <ReasonField value={reason} isAsked={isAsked} onChange={setReason} field={field} />
        </div>
      </section>
    </article>
  );
}
