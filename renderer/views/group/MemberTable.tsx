// Members by membership: core, borderline, waiting; each can be kept or taken out with a reason.
import { Popover } from "antd";
import { useState } from "react";
import type { SeriesDetail, SeriesMember } from "../../../shared/group/calls.ts";
import type { Verdict } from "../../../shared/model/decision.ts";
import { nameOf } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { CaseNumber, EntityLabel, formatBits, IconButton, KindGlyph, Panel, Tag } from "../../parts/index.ts";
import { judgeMember, membersByMembership, strongestTie } from "../../state/group.ts";
import { goTo } from "../../state/navigation.ts";
import { selectEntities } from "../../state/selection.ts";
import { reportError } from "../../state/toasts.ts";
import { CaseLossText } from "../CaseLoss.tsx";
import { caseTimeText } from "../caseTime.ts";
import { ReasonForm } from "./ReasonForm.tsx";
import { stateLooks } from "./stateLooks.ts";

interface JudgeButtonProps {
  readonly series: string;
  readonly member: SeriesMember;
  readonly verdict: Verdict;
}

function JudgeButton({ series, member, verdict }: JudgeButtonProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const word = verdict === "confirm" ? t("group.member.confirm") : t("group.member.reject");
  const judge = (reason: string) => judgeMember(series, member.case, verdict, reason).then(() => setOpen(false), reportError);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="left"
      destroyOnHidden
      content={<ReasonForm title={word} onReason={judge} />}
    >
      <IconButton
        icon={verdict === "confirm" ? "check" : "cross"}
        label={t("group.member.judge", { verdict: word, case: member.case })}
        pressed={member.verdict === verdict}
      />
    </Popover>
  );
}

interface MemberTableProps {
  readonly detail: SeriesDetail;
  /** Of another unit: its members are looked at and not judged one by one. */
  readonly isForeign?: boolean;
}

function MemberRow({ detail, member, isForeign = false }: MemberTableProps & { readonly member: SeriesMember }) {
  const t = useWords();
  const tie = strongestTie(detail, member.case);
  const look = stateLooks[member.state];
  return (
    <tr>
      <td>
        <button
          type="button"
          className="cw-entity"
          onClick={() => {
            selectEntities([`case:${member.case}`]);
            goTo("chart", `series:${detail.series}`);
          }}
        >
          <CaseNumber number={member.case} />
        </button>
      </td>
      <td className="cw-number">{caseTimeText(t, member, "date")}</td>
      <td className="cw-clip" title={member.place ?? ""}>
        {member.place ?? "—"}
      </td>
      <td className="cw-number cw-align-right">
        <CaseLossText {...member} />
      </td>
      <td>
        <span className="cw-membership" title={t("group.member.bits", { bits: formatBits(member.bits, 2) })}>
          <i className={`cw-bar ${member.membership >= 0.7 ? "cw-bar-plus" : "cw-bar-minus"}`}>
            <i style={{ width: `${member.membership * 100}%` }} />
          </i>
          <span className="cw-number">{member.membership > 0.995 ? "0.99+" : member.membership.toFixed(2)}</span>
        </span>
      </td>
      <td className="cw-clip">
        {tie === undefined ? (
          "—"
        ) : (
          <>
            <KindGlyph kind={tie.kind} size={15} /> <EntityLabel kind={tie.kind} label={nameOf(tie)} />
          </>
        )}
      </td>
      <td>
        <Tag tone={look.tone}>{t(look.key)}</Tag> {member.verdict === "confirm" && <Tag tone="plus">{t("group.state.confirmed")}</Tag>}
      </td>
      <td className="cw-member-actions">
        {!isForeign && <JudgeButton series={detail.series} member={member} verdict="confirm" />}
        {!isForeign && <JudgeButton series={detail.series} member={member} verdict="reject" />}
      </td>
    </tr>
  );
}

export function MemberTable({ detail, isForeign = false }: MemberTableProps) {
  const t = useWords();
  return (
    <Panel className="cw-members" title={t("group.member.title")} tools={isForeign ? undefined : t("group.member.note")}>
      <table className="cw-plain-table">
        <thead>
          <tr>
            <th scope="col">{t("group.member.case")}</th>
            <th scope="col">{t("group.member.at")}</th>
            <th scope="col">{t("group.member.place")}</th>
            <th scope="col" className="cw-align-right">
              {t("group.member.loss")}
            </th>
            <th scope="col">{t("group.member.membership")}</th>
            <th scope="col">{t("group.member.tie")}</th>
            <th scope="col">{t("group.member.state")}</th>
            <th scope="col">
              <span className="cw-unseen">{t("group.member.decide")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {membersByMembership(detail.members).map((member) => (
            <MemberRow key={member.case} detail={detail} member={member} isForeign={isForeign} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
