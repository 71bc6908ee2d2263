// With whom a number talks, and which way.
import { useState } from "react";
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { type Column, DataTable, EmptyState, formatCount, Panel, Tag } from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";
import { formatDuration } from "./duration.ts";
import { PhoneTags } from "./PhoneTags.tsx";

export type ContactLine = CallProfileDocument["contacts"][number];

const leastChoices = [1, 5, 20] as const;

function useColumns(): readonly Column<ContactLine>[] {
  const t = useWords();
  const number = (key: "outgoing" | "incoming"): Column<ContactLine> => ({
    key,
    title: t(`trace.calls.${key}`),
    width: "44px",
    align: "right",
    render: (line) => formatCount(line[key]),
    text: (line) => String(line[key]),
  });
  return [
    {
      key: "phone",
      title: t("trace.calls.number"),
      width: "104px",
      render: (line) => <b className="cw-number">{shownKey(line.phone)}</b>,
      text: (line) => shownKey(line.phone),
    },
    {
      key: "holder",
      title: t("trace.calls.who"),
      width: "minmax(52px, 0.7fr)",
      render: (line) => line.holder ?? <span className="cw-quiet">{t("trace.calls.unknown")}</span>,
      text: (line) => line.holder ?? "",
    },
    number("outgoing"),
    number("incoming"),
    {
      key: "seconds",
      title: t("trace.calls.talked"),
      width: "62px",
      align: "right",
      render: (line) => formatDuration(t, line.seconds),
      text: (line) => String(line.seconds),
    },
    {
      key: "marks",
      title: t("trace.calls.marks"),
      width: "minmax(176px, 1.8fr)",
      render: (line) => <Marks line={line} />,
    },
  ];
}

function Marks({ line }: { readonly line: ContactLine }) {
  const t = useWords();
  const isBothWays = line.outgoing > 0 && line.incoming > 0;
  return (
    <span className="cw-call-marks">
      <PhoneTags {...line} />
      {isBothWays && <Tag tone="accent">{t("trace.calls.bothWays")}</Tag>}
      {line.nightCalls > 0 && <Tag tone="warn">{t("trace.calls.night", { count: line.nightCalls })}</Tag>}
    </span>
  );
}

export interface ContactTableProps {
  readonly contacts: readonly ContactLine[];
  readonly chosen: string | null;
  readonly onChoose: (phone: string | null) => void;
}

export function ContactTable({ contacts, chosen, onChoose }: ContactTableProps) {
  const t = useWords();
  const columns = useColumns();
  const [least, setLeast] = useState<number>(1);
  const [isMutual, setMutual] = useState(false);
  const shown = contacts.filter(({ outgoing, incoming }) => outgoing + incoming >= least && (!isMutual || (outgoing > 0 && incoming > 0)));
  return (
    <Panel
      className="cw-contacts"
      title={t("trace.calls.contacts")}
      note={t("trace.calls.contactsNote", { shown: formatCount(shown.length), all: formatCount(contacts.length) })}
      tools={
        <span className="cw-trace-options">
          <select aria-label={t("trace.calls.least")} value={least} onChange={(event) => setLeast(Number(event.target.value))}>
            {leastChoices.map((count) => (
              <option key={count} value={count}>
                {t("trace.calls.atLeast", { count })}
              </option>
            ))}
          </select>
          <label>
            <input type="checkbox" checked={isMutual} onChange={(event) => setMutual(event.target.checked)} />
            {t("trace.calls.bothWays")}
          </label>
        </span>
      }
      foot={<span className="cw-quiet cw-small">{t("trace.calls.contactsFoot")}</span>}
    >
      {shown.length === 0 ? (
        <EmptyState icon="phone" title={t("trace.calls.noContacts")} />
      ) : (
        <DataTable
          label={t("trace.calls.contacts")}
          columns={columns}
          rows={shown}
          keyOf={(line) => line.phone}
          selectedKey={chosen}
          onSelect={(line) => onChoose(line.phone === chosen ? null : line.phone)}
          onOpen={(line) => openTrace("calls", line.phone)}
          toneOf={(line) => (line.public === null ? null : "mute")}
        />
      )}
    </Panel>
  );
}
