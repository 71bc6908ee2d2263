// What the last run changed: what was done in between, which pairs crossed the fixed bits, which weights moved, each with its counts.
import type { LinkChanges } from "../../../shared/link/linkChanges.ts";
import { familyKeys, featureName, termName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { levelName } from "../../i18n/levels.ts";
import { wordOf } from "../../i18n/vocabulary.ts";
import { CaseNumber, formatBits, formatCount, Panel } from "../../parts/index.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";

function Crossings({ changes }: { readonly changes: LinkChanges }) {
  const t = useWords();
  const { since, crossings } = changes;
  const lines = crossings.flatMap(({ bits, fell, rose, appeared }) => [
    ...(fell > 0 ? [t("link.changes.fell", { n: formatCount(fell), bits })] : []),
    ...(rose > 0 ? [t("link.changes.rose", { n: formatCount(rose), bits })] : []),
    ...(appeared > 0 ? [t("link.changes.appeared", { n: formatCount(appeared), bits })] : []),
  ]);
  return (
    <p className="cw-model-line">
      {t("link.changes.since", {
        confirmed: formatCount(since.confirmed),
        rejected: formatCount(since.rejected),
        excluded: formatCount(since.excluded),
        cases: formatCount(since.cases),
      })}{" "}
      <b>{lines.length === 0 ? t("link.changes.noCrossing") : lines.join(t("link.changes.join"))}</b>
    </p>
  );
}

function Pairs({ pairs }: Pick<LinkChanges, "pairs">) {
  const t = useWords();
  if (pairs.length === 0) return <p className="cw-model-line cw-second">{t("link.changes.noPairs")}</p>;
  return (
    <table className="cw-plain-table cw-model-table">
      <thead>
        <tr>
          <th scope="col">{t("link.changes.pair")}</th>
          <th scope="col" className="cw-align-right">
            {t("link.changes.before")}
          </th>
          <th scope="col" className="cw-align-right">
            {t("link.changes.after")}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ a, b, was, now }) => (
          <tr key={pairSubject(a, b)}>
            <td>
              <button type="button" className="cw-entity" onClick={() => goTo("link", pairSubject(a, b))}>
                <CaseNumber number={a} /> × <CaseNumber number={b} />
              </button>
            </td>
            <td className="cw-number cw-align-right">{formatBits(was)}</td>
            <td className="cw-number cw-align-right">
              <b>{now === null ? t("link.changes.gone") : formatBits(now)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MovedWeights({ weights }: Pick<LinkChanges, "weights">) {
  const t = useWords();
  if (weights.length === 0) return <p className="cw-model-line cw-second">{t("link.changes.noWeights")}</p>;
  return (
    <table className="cw-plain-table cw-model-table">
      <thead>
        <tr>
          <th scope="col">{t("link.changes.weight")}</th>
          <th scope="col" className="cw-align-right">
            {t("link.changes.before")}
          </th>
          <th scope="col" className="cw-align-right">
            {t("link.changes.after")}
          </th>
          <th scope="col" className="cw-align-right">
            {t("link.changes.counted")}
          </th>
        </tr>
      </thead>
      <tbody>
        {weights.map(({ feature, level, was, now, counted }) => (
          <tr key={`${feature} ${level}`}>
            <td>
              {featureName(t, feature)} <span className="cw-second">{levelName(t, level)}</span>
            </td>
            <td className="cw-number cw-align-right">{formatBits(was, 2)}</td>
            <td className="cw-number cw-align-right">
              <b>{formatBits(now, 2)}</b>
            </td>
            <td className="cw-number cw-align-right cw-second">{counted.map((count) => formatCount(Math.round(count))).join(" → ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
          {t("link.changes.move", { name: nameOf(name), was: was.toFixed(2), now: now.toFixed(2) })}
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
