// People of a ring by role: why each has it, how firmly he belongs, and the rows that say so.
import { useState } from "react";
import type { RingDetail, RingMemberItem } from "../../../shared/group/ringCalls.ts";
import { SeeAsSwitch } from "../../frame/SeeAsSwitch.tsx";
import { useWords } from "../../i18n/index.ts";
import { CitationLink, formatMoney, IconButton, Panel, Tag } from "../../parts/index.ts";
import { roleKeys } from "../../state/rings.ts";
import { useCall } from "../../state/useCall.ts";
import { WatchManyButton } from "../review/watch/WatchMany.tsx";
import { MemberRecords } from "./MemberRecords.tsx";
import { EntityButtons } from "./ringNames.tsx";

function MemberGrounds({ member }: { readonly member: RingMemberItem }) {
  const t = useWords();
  const { why, also } = member;
  return (
    <tr className="cw-ring-grounds">
      <td colSpan={6}>
        {why.named.length > 0 && (
          <p>
            <span className="cw-quiet cw-small">{t("ring.member.named")}</span> <EntityButtons all={why.named} />
          </p>
        )}
        {also.length > 0 && (
          <p>
            <span className="cw-quiet cw-small">{t("ring.member.also")}</span> <EntityButtons all={also} />
          </p>
        )}
        <p className="cw-ring-entities">
          <span className="cw-quiet cw-small">{t("ring.member.sources")}</span>
          {why.sources.map((citation) => (
            <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
          ))}
          {why.sources.length === 0 && <span className="cw-quiet">{t("ring.member.noSources")}</span>}
        </p>
      </td>
    </tr>
  );
}

interface MemberRowProps {
  readonly member: RingMemberItem;
  readonly records: readonly string[];
  readonly isFirst: boolean;
}

function MemberRow({ member, records, isFirst }: MemberRowProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { why } = member;
  return (
    <>
      <tr>
        <td>{isFirst ? <b>{t(roleKeys[member.role])}</b> : <span className="cw-unseen">{t(roleKeys[member.role])}</span>}</td>
        <td className="cw-clip">
          <MemberRecords member={member} records={records} />
        </td>
        <td className="cw-ring-why">
          {t(`ring.why.${why.reason}`, { ...why.numbers, amount: why.amount === null ? "" : formatMoney(why.amount) })}
        </td>
        <td>
          <span className="cw-membership">
            <i className={`cw-bar ${member.core ? "cw-bar-plus" : "cw-bar-minus"}`}>
              <i style={{ width: `${member.stability * 100}%` }} />
            </i>
            <span className="cw-number">{member.stability > 0.995 ? "0.99+" : member.stability.toFixed(2)}</span>
          </span>
        </td>
        <td>
          <Tag tone={member.core ? "plus" : "minus"}>{member.core ? t("group.state.core") : t("group.state.borderline")}</Tag>
        </td>
        <td className="cw-member-actions">
          <IconButton
            icon={isOpen ? "chevronDown" : "chevronRight"}
            label={t("ring.member.grounds", { name: member.label })}
            pressed={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        </td>
      </tr>
      {isOpen && <MemberGrounds member={member} />}
    </>
  );
}

export function RingMembers({ detail }: { readonly detail: RingDetail }) {
  const t = useWords();
  const { data } = useCall("resolve.listIdentitiesOf", { refs: detail.members.map(({ entity }) => entity) }, ["resolve", "facts"]);
  const recordsOf = (entity: string) => data?.find(({ refs }) => refs.includes(entity))?.refs ?? [];
  const everyone = detail.members.flatMap((member) => [member, ...member.also]);
  const tools = (
    <>
      <WatchManyButton items={everyone} reason={t("ring.member.watchReason", { ring: detail.ring })} />
      {data !== null && data.length > 0 && <SeeAsSwitch />}
    </>
  );
  return (
    <Panel className="cw-ring-members" title={t("ring.member.title")} note={t("ring.member.note")} tools={tools}>
      <table className="cw-plain-table">
        <thead>
          <tr>
            <th scope="col">{t("ring.member.role")}</th>
            <th scope="col">{t("ring.member.who")}</th>
            <th scope="col">{t("ring.member.why")}</th>
            <th scope="col">{t("ring.member.stability")}</th>
            <th scope="col">{t("group.member.state")}</th>
            <th scope="col">
              <span className="cw-unseen">{t("ring.member.sources")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.members.map((member, i) => (
            <MemberRow
              key={member.entity}
              member={member}
              records={recordsOf(member.entity)}
              isFirst={member.role !== detail.members[i - 1]?.role}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
