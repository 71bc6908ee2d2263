// What the last run changed: what was done in between, which pairs crossed the fixed bits, which weights moved, each with its counts.
import type { LinkChanges } from "../../../shared/link/linkChanges.ts";
import { familyKeys, featureName, termName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { levelName } from "../../i18n/levels.ts";
import { wordOf } from "../../i18n/vocabulary.ts";
import { CaseNumber, formatBits, formatCount, formatDecimal, Panel, PlainTable } from "../../parts/index.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";

function Crossings({ changes }: { readonly changes: LinkChanges }) {
  const t = useWords();
  const { since, crossings } = changes;
  const lines = crossings.map(({ bits, fell, rose, appeared }) => [
    ...(rose > 0 ? [t("link.changes.rose", { n: formatCount(rose), bits })] : []),
    ...(appeared > 0 ? [t("link.changes.appeared", { n: formatCount(appeared), bits })] : []),
    ...(fell > 0 ? [t("link.changes.fell", { n: formatCount(fell), bits })] : []),
  ]);
  const told = lines.filter((line) => line.length > 0);
  return (
    <div className="cw-model-line">
      <p>
        {t("link.changes.since", {
          confirmed: formatCount(since.confirmed),
          rejected: formatCount(since.rejected),
          excluded: formatCount(since.excluded),
          cases: formatCount(since.cases),
        })}
      </p>
      {told.length === 0 && <p>{t("link.changes.noCrossing")}</p>}
      <ul className="cw-model-crossings">
        {told.map((line) => (
          <li key={line[0]}>{line.join(t("link.changes.join"))}</li>
        ))}
      </ul>
    </div>
  );
}

function Pairs({ pairs }: Pick<LinkChanges, "pairs">) {
  const t = useWords();
  if (pairs.length === 0) return <p className="cw-model-line cw-second">{t("link.changes.noPairs")}</p>;
  return (
    <PlainTable
      rows={pairs}
      keyOf={({ a, b }) => pairSubject(a, b)}
      columns={[
        {
          key: "pair",
          title: t("link.changes.pair"),
          render: ({ a, b }) => (
            <button type="button" className="cw-entity" onClick={() => goTo("link", pairSubject(a, b))}>
              <CaseNumber number={a} /> × <CaseNumber number={b} />
            </button>
          ),
        },
        { key: "was", title: t("link.changes.before"), align: "right", render: ({ was }) => formatBits(was) },
        {
          key: "now",
          title: t("link.changes.after"),
          align: "right",
          render: ({ now }) => <b>{now === null ? t("link.changes.gone") : formatBits(now)}</b>,
        },
      ]}
    />
  );
}

function MovedWeights({ weights }: Pick<LinkChanges, "weights">) {
  const t = useWords();
  if (weights.length === 0) return <p className="cw-model-line cw-second">{t("link.changes.noWeights")}</p>;
  return (
    <PlainTable
      rows={weights}
      keyOf={({ feature, level }) => `${feature} ${level}`}
      columns={[
        {
          key: "weight",
          title: t("link.changes.weight"),
          render: ({ feature, level }) => (
            <>
              {featureName(t, feature)} <span className="cw-second">{levelName(t, level)}</span>
            </>
          ),
        },
        { key: "was", title: t("link.changes.before"), align: "right", render: ({ was }) => formatBits(was, 2) },
        { key: "now", title: t("link.changes.after"), align: "right", render: ({ now }) => <b>{formatBits(now, 2)}</b> },
        {
          key: "counted",
          title: t("link.changes.counted"),
          align: "right",
          render: ({ counted }) => <span className="cw-second">{counted.map((count) => formatCount(Math.round(count))).join(" → ")}</span>,
        },
      ]}
    />
  );
}

interface NumbersProps {
  readonly lead: string;
  readonly moved: LinkChanges["families"];
  readonly nameOf: (name: string) => string;
}

function Numbers({ lead, moved, nameOf }: NumbersProps) {
  const t = useWords();
  if (moved.length === 0) return null;
  return (
    <p className="cw-model-line">
      {lead}{" "}
      {moved.map(({ name, was, now }) => (
        <span key={name} className="cw-model-term">
          {t("link.changes.move", { name: nameOf(name), was: formatDecimal(was, 2), now: formatDecimal(now, 2) })}
        </span>
      ))}
    </p>
  );
}

export function RunChanges({ changes }: { readonly changes: LinkChanges | null }) {
  const t = useWords();
  return (
    <Panel title={t("link.changes.title")} note={t("link.changes.note")}>
      {changes === null ? (
        <p className="cw-model-line cw-second">{t("link.changes.first")}</p>
      ) : (
        <>
          <Crossings changes={changes} />
          <Numbers lead={t("link.changes.families")} moved={changes.families} nameOf={(name) => wordOf(t, familyKeys, name)} />
          <Numbers lead={t("link.changes.terms")} moved={changes.terms} nameOf={(name) => termName(t, name)} />
          <div className="cw-model-columns">
            <Pairs pairs={changes.pairs} />
            <MovedWeights weights={changes.weights} />
          </div>
        </>
      )}
    </Panel>
  );
}
