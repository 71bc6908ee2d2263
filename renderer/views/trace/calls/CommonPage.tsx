// Several numbers: whom they have in common, and when many of them were on the phone together.

import { tailsAmong } from "../../../../shared/look/tails.ts";
import type { CommonCallsDocument } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { joined } from "../../../i18n/joined.ts";
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  IconButton,
  PageTitle,
  Panel,
  Skeleton,
} from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { PhoneTags } from "./PhoneTags.tsx";

type Contact = CommonCallsDocument["contacts"][number];
type Conference = CommonCallsDocument["conferences"][number];

/** More numbers have no column each: whom a contact is shared by stands in a hint. */
const mostColumns = 8;

type Tail = (phone: string) => string;

function tailsOf(phones: readonly string[]): Tail {
  const tail = tailsAmong(phones.map((phone) => shownKey(phone)));
  return (phone) => tail(shownKey(phone));
}

function useContactColumns(phones: readonly string[]): readonly Column<Contact>[] {
  const t = useWords();
  const tailOf = tailsOf(phones);
  return [
    {
      key: "phone",
      title: t("trace.calls.number"),
      width: "140px",
      render: (line) => <b className="cw-number">{shownKey(line.phone)}</b>,
      text: (line) => shownKey(line.phone),
    },
    {
      key: "holder",
      title: t("trace.calls.who"),
      width: "minmax(70px, 0.8fr)",
      render: (line) => line.holder ?? <span className="cw-quiet">{t("trace.calls.unknown")}</span>,
      text: (line) => line.holder ?? "",
    },
    {
      key: "members",
      title: t("trace.common.members"),
      width: "92px",
      align: "right",
      render: (line) => (
        <span
          title={phones
            .filter((_, place) => line.calls[place]! > 0)
            .map((phone) => shownKey(phone))
            .join("\n")}
        >
          {line.members} / {phones.length}
        </span>
      ),
      text: (line) => String(line.members),
    },
    ...(phones.length > mostColumns ? [] : phones).map(
      (phone, place): Column<Contact> => ({
        key: phone,
        title: t("trace.common.with", { tail: tailOf(phone) }),
        width: "78px",
        align: "right",
        render: (line) => (line.calls[place] === 0 ? <span className="cw-quiet">–</span> : formatCount(line.calls[place]!)),
        text: (line) => String(line.calls[place]),
      }),
    ),
    {
      key: "lastAt",
      title: t("trace.calls.last"),
      width: "104px",
      render: (line) => <span className="cw-number">{formatTime(line.lastAt, "date")}</span>,
      text: (line) => line.lastAt,
    },
    { key: "marks", title: t("trace.calls.marks"), width: "minmax(120px, 1fr)", render: (line) => <PhoneTags {...line} /> },
  ];
}

function useConferenceColumns(tailOf: Tail): readonly Column<Conference>[] {
  const t = useWords();
  return [
    {
      key: "startAt",
      title: t("trace.common.when"),
      width: "150px",
      render: (one) => <span className="cw-number">{formatTime(one.startAt, "minute")}</span>,
      text: (one) => one.startAt,
    },
    {
      key: "members",
      title: t("trace.common.took"),
      width: "minmax(0, 1fr)",
      render: (one) => <span className="cw-number">{joined(t, one.members.map(tailOf))}</span>,
      text: (one) => one.members.map((phone) => shownKey(phone)).join(" "),
    },
    {
      key: "phones",
      title: t("trace.common.all"),
      width: "72px",
      align: "right",
      render: (one) => formatCount(one.phones.length),
      text: (one) => String(one.phones.length),
    },
    {
      key: "calls",
      title: t("trace.calls.calls"),
      width: "64px",
      align: "right",
      render: (one) => formatCount(one.calls),
      text: (one) => String(one.calls),
    },
  ];
}

function Contacts({ data }: { readonly data: CommonCallsDocument }) {
  const t = useWords();
  const columns = useContactColumns(data.phones);
  return (
    <Panel className="cw-fill" title={t("trace.common.contacts")} note={formatCount(data.contacts.length)}>
      {data.contacts.length === 0 ? (
        <EmptyState icon="phone" title={t("trace.common.none")}>
          {t("trace.common.noneWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("trace.common.contacts")}
          columns={columns}
          rows={data.contacts}
          keyOf={(line) => line.phone}
          onOpen={(line) => openTrace("calls", line.phone)}
          toneOf={(line) => (line.public === null ? null : "mute")}
        />
      )}
    </Panel>
  );
}

function Conferences({ data }: { readonly data: CommonCallsDocument }) {
  const t = useWords();
  const columns = useConferenceColumns(tailsOf(data.phones));
  return (
    <Panel className="cw-fill" title={t("trace.common.conferences")} note={t("trace.common.conferencesNote")}>
      {data.conferences.length === 0 ? (
        <EmptyState icon="phone" title={t("trace.common.noConference")}>
          {t("trace.common.noConferenceWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("trace.common.conferences")}
          columns={columns}
          rows={data.conferences}
          keyOf={(one) => `${one.startAt} ${one.phones.join(" ")}`}
        />
      )}
    </Panel>
  );
}

export function CommonPage({ phones }: { readonly phones: readonly string[] }) {
  const t = useWords();
  const { data, error, reload } = useCall("trace.findCommonContacts", { phones: [...phones] }, ["facts"]);
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle
        title={t("trace.common.title", { count: phones.length })}
        note={<span className="cw-number">{phones.map((phone) => shownKey(phone)).join(" · ")}</span>}
        tools={<IconButton icon="table" label={t("trace.calls.numbers")} onClick={() => openTrace("calls")} />}
      />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={14} />}
      {data !== null && (
        <div className="cw-common">
          <Contacts data={data} />
          <Conferences data={data} />
        </div>
      )}
    </div>
  );
}
