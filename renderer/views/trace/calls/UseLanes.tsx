// Handsets, towers and the silences of a number on one time axis: where the handset changed is seen at once.
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, formatTime, KindGlyph, Panel } from "../../../parts/index.ts";

interface Lane {
  readonly ref: string;
  readonly kind: string;
  readonly calls: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

const mostTowers = 4;

export function lanesOf({ phone, calls, firstAt, lastAt, handsets, towers }: CallProfileDocument): readonly Lane[] {
  if (firstAt === null || lastAt === null) return [];
  return [
    { ref: phone, kind: "phone", calls, firstAt, lastAt },
    ...handsets.map(({ handset, ...use }) => ({ ref: handset, kind: "device", ...use })),
    ...towers.slice(0, mostTowers).map(({ tower, calls: n, firstAt: first, lastAt: last }) => ({
      ref: tower,
      kind: "place",
      calls: n,
      firstAt: first,
      lastAt: last,
    })),
  ];
}

/** Share of the axis, per cent. */
const placeOf = (time: string, from: number, until: number): number => (100 * (Date.parse(time) - from)) / Math.max(1, until - from);

const dateMarks = 5;

function Axis({ from, until }: { readonly from: number; readonly until: number }) {
  const at = (i: number) => new Date(from + ((until - from) * i) / (dateMarks - 1)).toISOString();
  return (
    <div className="cw-lane-axis cw-number">
      {Array.from({ length: dateMarks }, (_, i) => (
        <span key={at(i)}>{formatTime(at(i), "date").slice(5)}</span>
      ))}
    </div>
  );
}

export function UseLanes({ profile }: { readonly profile: CallProfileDocument }) {
  const t = useWords();
  const lanes = lanesOf(profile);
  if (lanes.length === 0) return null;
  const from = Date.parse(profile.firstAt!);
  const until = Date.parse(profile.lastAt!);
  const style = ({ firstAt, lastAt }: Pick<Lane, "firstAt" | "lastAt">) => ({
    left: `${placeOf(firstAt, from, until)}%`,
    width: `max(3px, ${placeOf(lastAt, from, until) - placeOf(firstAt, from, until)}%)`,
  });
  return (
    <Panel className="cw-lanes" title={t("trace.calls.lanes")} note={t("trace.calls.lanesNote")}>
      {lanes.map((lane) => (
        <div key={lane.ref} className="cw-lane">
          <span className="cw-lane-name">
            <KindGlyph kind={lane.kind} size={15} /> <span className="cw-number">{shownKey(lane.ref)}</span>
          </span>
          <span className="cw-lane-track">
            <i
              className={`cw-lane-bar cw-lane-${lane.kind}`}
              style={style(lane)}
              title={`${formatTime(lane.firstAt)} – ${formatTime(lane.lastAt)}`}
            />
            {lane.kind === "phone" &&
              profile.silences.map((silence) => (
                <i
                  key={silence.from}
                  className="cw-lane-gap"
                  style={style({ firstAt: silence.from, lastAt: silence.until })}
                  title={t("trace.calls.silence", { from: formatTime(silence.from), until: formatTime(silence.until) })}
                />
              ))}
          </span>
          <span className="cw-quiet cw-small">{t("trace.calls.times", { count: formatCount(lane.calls) })}</span>
        </div>
      ))}
      <div className="cw-lane">
        <span className="cw-lane-name" />
        <Axis from={from} until={until} />
        <span />
      </div>
    </Panel>
  );
}
