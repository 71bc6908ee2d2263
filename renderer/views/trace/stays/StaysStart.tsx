// Where the page of stays begins: guests, hotels and cafés with most stays, and the last nights.
import { useDeferredValue, useState } from "react";
import type { StayStart } from "../../../../shared/trace/stayCalls.ts";
import { entityName, personTail } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  DateField,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  Icon,
  KindGlyph,
  PageTitle,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { LastNight } from "./LastNight.tsx";
import { nightWords } from "./nightWords.ts";
import { openNight, openStays } from "./staysState.ts";

interface ItemProps {
  /** Null: a night. */
  readonly kind: string | null;
  readonly name: string;
  readonly note: string;
  readonly isCafe?: boolean;
  readonly open: () => void;
}

function Item({ kind, name, note, isCafe, open }: ItemProps) {
  const t = useWords();
  return (
    <li>
      <button type="button" className="cw-row-button cw-stay-item" onClick={open}>
        {kind === null ? <Icon name="clock" size={16} /> : <KindGlyph kind={kind} size={16} />}
        <span className="cw-label">{name}</span>
        {isCafe && <Tag>{t("trace.stays.cafe")}</Tag>}
        <span className="cw-number cw-second cw-small">{note}</span>
      </button>
    </li>
  );
}

function Lists({ start }: { readonly start: StayStart }) {
  const t = useWords();
  const noteOf = (stays: number, lastAt: string) => t("trace.stays.countLast", { count: stays, last: formatTime(lastAt, "date") });
  return (
    <div className="cw-stay-lists">
      <Panel title={t("trace.stays.people")}>
        <ul className="cw-bare-list cw-stay-list">
          {start.people.map(({ entity, label, stays, lastAt }) => (
            <Item
              key={entity}
              kind="person"
              name={`${entityName(entity, label)} ${personTail(entity)}`.trim()}
              note={noteOf(stays, lastAt)}
              open={() => openStays(entity)}
            />
          ))}
        </ul>
      </Panel>
      <Panel title={t("trace.stays.places")}>
        <ul className="cw-bare-list cw-stay-list">
          {start.places.map(({ place, label, isCafe, stays, lastAt }) => (
            <Item key={place} kind="place" name={label} note={noteOf(stays, lastAt)} isCafe={isCafe} open={() => openStays(place)} />
          ))}
        </ul>
      </Panel>
      <Panel title={t("trace.stays.nights")} note={t("trace.stays.nightsNote")}>
        <ul className="cw-bare-list cw-stay-list">
          {start.days.map(({ day, stays }) => (
            <Item
              key={day}
              kind={null}
              name={t("trace.stays.nightOf", nightWords(day))}
              note={t("trace.stays.count", { count: stays })}
              open={() => openNight(day)}
            />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

export function StaysStart() {
  const t = useWords();
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed);
  const { data, error, reload } = useCall("trace.listStaySubjects", { words, limit: 60 }, ["facts"]);
  const hasStays = data !== null && data.stays > 0;
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle
        title={t("trace.page.stays")}
        note={hasStays ? t("trace.stays.all", { count: data.stays, shown: formatCount(data.stays) }) : t("trace.stays.note")}
        tools={
          <span className="cw-trace-options">
            <input
              type="search"
              value={typed}
              placeholder={t("trace.stays.find")}
              aria-label={t("trace.stays.find")}
              onChange={(event) => setTyped(event.target.value)}
            />
            <label>
              {t("trace.stays.night")}
              <DateField value="" onChange={openNight} isRequired />
            </label>
          </span>
        }
      />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={12} />}
      {data !== null && !hasStays && (
        <EmptyState icon="mapPin" title={t("trace.stays.none")}>
          {t("trace.stays.noneWhy")}
        </EmptyState>
      )}
      {hasStays && words === "" && <LastNight start={data} />}
      {hasStays && <Lists start={data} />}
    </div>
  );
}
