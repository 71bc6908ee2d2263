// When a ring recruited, struck, drew cash and fell silent, on one line of time.
import type { RingDetail } from "../../../shared/group/ringCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { CitationLink, formatTime, Panel } from "../../parts/index.ts";
import { phaseCountKeys, phaseKeys } from "../../state/rings.ts";

/** Left edge and width of a span inside the whole, per cent; a moment is still seen. */
export function placeSpan(from: string, until: string, first: number, last: number): { readonly left: number; readonly width: number } {
  const whole = Math.max(1, last - first);
  const left = ((Date.parse(from) - first) / whole) * 100;
  return { left: Math.min(left, 99), width: Math.max(1, ((Date.parse(until) - Date.parse(from)) / whole) * 100) };
}

export function RingPhases({ detail }: { readonly detail: RingDetail }) {
  const t = useWords();
  const { phases } = detail;
  const first = Math.min(...phases.map(({ from }) => Date.parse(from)));
  const last = Math.max(...phases.map(({ until }) => Date.parse(until)));
  return (
    <Panel title={t("ring.phase.title")} note={t("ring.phase.note")}>
      <div className="cw-ring-phases">
        {phases.map(({ phase, from, until, count, sources }) => {
          const { left, width } = placeSpan(from, until, first, last);
          return (
            <div key={phase} className="cw-ring-phase">
              <b>{t(phaseKeys[phase])}</b>
              <span className="cw-ring-lane">
                <i className={`cw-ring-span cw-ring-${phase}`} style={{ left: `${left}%`, width: `${width}%` }} />
              </span>
              <span className="cw-number cw-small">
                {formatTime(from, "date").slice(5)} – {formatTime(until, "date").slice(5)}
              </span>
              <span className="cw-small cw-second">{t(phaseCountKeys[phase], { n: count })}</span>
              <span>{sources[0] && <CitationLink citation={sources[0]} />}</span>
            </div>
          );
        })}
        {phases.length === 0 && <p className="cw-quiet">{t("ring.phase.none")}</p>}
      </div>
    </Panel>
  );
}
