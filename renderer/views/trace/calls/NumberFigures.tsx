// The figures of a number, in one line.
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Figure, formatCount, formatTime } from "../../../parts/index.ts";
import { formatDuration } from "./duration.ts";

export function NumberFigures({ profile }: { readonly profile: CallProfileDocument }) {
  const t = useWords();
  const { calls, outgoing, incoming, contacts, bothWays, seconds, medianSeconds, handsets, homeTower, towers, lastAt, cases } = profile;
  const onlyOut = contacts.filter((contact) => contact.incoming === 0).length;
  const home = towers.find(({ tower }) => tower === homeTower);
  const placed = towers.reduce((sum, use) => sum + use.calls, 0);
  return (
    <section className="cw-figures" aria-label={t("trace.calls.figures")}>
      <Figure
        name={t("trace.calls.calls")}
        value={formatCount(calls)}
        note={t("trace.calls.callsNote", { outgoing: formatCount(outgoing), incoming: formatCount(incoming) })}
      />
      <Figure
        name={t("trace.calls.contacts")}
        value={formatCount(contacts.length)}
        note={t("trace.calls.contactFigures", { both: bothWays, out: onlyOut })}
      />
      <Figure
        name={t("trace.calls.talked")}
        value={formatDuration(t, seconds)}
        note={medianSeconds === null ? "" : t("trace.calls.median", { time: formatDuration(t, medianSeconds) })}
      />
      <Figure
        name={t("trace.calls.handsets")}
        value={handsets.length === 0 ? "—" : formatCount(handsets.length)}
        note={
          handsets.length === 0
            ? t("trace.calls.noBill")
            : t("trace.calls.handsetNote", { date: formatTime(handsets.at(-1)!.firstAt, "date") })
        }
      />
      <Figure
        name={t("trace.calls.home")}
        value={homeTower === null ? "—" : shownKey(homeTower)}
        note={
          home === undefined
            ? t("trace.calls.noHome")
            : t("trace.calls.homeNote", { share: Math.round((100 * home.calls) / Math.max(1, placed)), night: home.nightCalls })
        }
      />
      <Figure name={t("trace.calls.last")} value={formatTime(lastAt, "date").slice(5)} note={formatTime(lastAt).slice(11)} />
      <Figure
        name={t("trace.calls.cases")}
        value={cases.length}
        note={cases[0] === undefined ? t("trace.calls.noCases") : `…${cases[0].slice(-8)}`}
      />
    </section>
  );
}
