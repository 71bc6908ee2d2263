// Two numbers that may have had one user, one after the other: how long each lived, and what they have in common.
import type { NumberChangeLine } from "../../../../shared/trace/calls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { type Translate, useWords } from "../../../i18n/index.ts";
import { Button, KindGlyph, SignMark } from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";

type Fact = readonly [sign: "+" | "-" | "~", text: string];

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** What a second choice lost to. */
function rivalsOf(t: Translate, { rivalOld, rivalNew }: NumberChangeLine): readonly Fact[] {
  return [
    ...(rivalOld === null ? [] : [["-", t("trace.change.rivalOld", { number: shownKey(rivalOld) })] as const]),
    ...(rivalNew === null ? [] : [["-", t("trace.change.rivalNew", { number: shownKey(rivalNew) })] as const]),
  ];
}

export function factsOf(t: Translate, line: NumberChangeLine): readonly Fact[] {
  const { evidence } = line;
  const { sharedContactCount, contacts, towers, sameHandset, hours, oldStillUsed } = evidence;
  return [
    [sharedContactCount > 0 ? "+" : "-", t("trace.change.contacts", { count: sharedContactCount, share: percent(contacts) })],
    ...(sameHandset ? [["+", t("trace.change.handset")] as const] : []),
    ...(towers === null
      ? [["~", t("trace.change.noTowers")] as const]
      : [[towers >= 0.5 ? "+" : "-", t("trace.change.towers", { share: percent(towers) })] as const]),
    [hours >= 0.5 ? "+" : "-", t("trace.change.hours", { share: percent(hours) })],
    ...(oldStillUsed ? [["-", t("trace.change.overlap")] as const] : []),
    ...rivalsOf(t, line),
  ];
}

function Lives({ spans }: NumberChangeLine) {
  const times = [spans.old.firstAt, spans.old.lastAt, spans.new.firstAt, spans.new.lastAt].map((time) => Date.parse(time));
  const from = Math.min(...times);
  const whole = Math.max(1, Math.max(...times) - from);
  const style = ({ firstAt, lastAt }: { readonly firstAt: string; readonly lastAt: string }) => ({
    left: `${(100 * (Date.parse(firstAt) - from)) / whole}%`,
    width: `max(3px, ${(100 * (Date.parse(lastAt) - Date.parse(firstAt))) / whole}%)`,
  });
  return (
    <div className="cw-lives" aria-hidden="true">
      <i className="cw-life-old" style={style(spans.old)} />
      <i className="cw-life-new" style={style(spans.new)} />
    </div>
  );
}

export function ChangeCard({
  line,
  of,
}: {
  readonly line: NumberChangeLine /** The number whose page this is; null: both are named. */;
  readonly of: string | null;
}) {
  const t = useWords();
  const other = line.old === of ? line.new : line.old;
  return (
    <li className={line.assigned ? "cw-change cw-change-assigned" : "cw-change"}>
      <p className="cw-change-head">
        <KindGlyph kind="phone" size={17} />
        <button type="button" className="cw-entity cw-number" onClick={() => openTrace("calls", other)}>
          {of === null ? `${shownKey(line.old)} → ${shownKey(line.new)}` : shownKey(other)}
        </button>
        <span className="cw-quiet cw-small">{of === null ? "" : t(line.old === of ? "trace.change.after" : "trace.change.before")}</span>
        <b className="cw-number">{line.score.toFixed(2)}</b>
      </p>
      <Lives {...line} />
      <ul className="cw-change-facts">
        {factsOf(t, line).map(([sign, text]) => (
          <li key={text}>
            <SignMark sign={sign} /> {text}
          </li>
        ))}
      </ul>
      {of === null && (
        <Button small onClick={() => openTrace("calls", line.old)}>
          {t("trace.change.open")}
        </Button>
      )}
    </li>
  );
}
