// What a pack does, before or beside a run: what it expects, its steps in order, its lists, and what its own test planted and found.
import type { PackDetail, PackTestResult } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Panel, PlainTable } from "../../../parts/index.ts";
import { usePackWords } from "../../../state/packs.ts";

function TestLines({ tested }: { readonly tested: PackTestResult }) {
  const t = useWords();
  const say = usePackWords();
  return (
    <ul className="cw-pack-facts">
      {tested.sections.map(({ section, title, planted, found, surplus, lost }) => (
        <li key={section}>
          {t("pack.test.line", { title: say(title), found, planted })}
          {surplus > 0 && <span className="cw-tone-contra"> {t("pack.test.surplus", { count: surplus })}</span>}
          {lost.length > 0 && (
            <span className="cw-tone-contra"> {t("pack.test.lost", { names: lost.slice(0, 5).join(t("pack.cell.comma")) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function HowItWorks({ detail }: { readonly detail: PackDetail }) {
  const t = useWords();
  const say = usePackWords();
  const steps = detail.steps.map((step, i) => ({ ...step, place: i + 1 }));
  return (
    <Panel className="cw-fill" title={t("pack.how.title")} note={t("pack.how.note")} isScrolled>
      <PlainTable
        columns={[
          { key: "place", title: "#", render: ({ place }) => place },
          { key: "call", title: t("pack.how.step"), render: ({ call }) => t(`pack.step.${call}`) },
          { key: "about", title: t("pack.how.about"), render: ({ about }) => say(about) },
        ]}
        rows={steps}
        keyOf={({ step }) => step}
      />
      <h3 className="cw-pack-head">{t("pack.how.expects")}</h3>
      <ul className="cw-pack-facts">
        {detail.expects.map(({ rowKind, why }) => (
          <li key={rowKind}>
            <b>{t(`import.rowKind.${rowKind}`)}</b> {say(why)}
          </li>
        ))}
      </ul>
      <h3 className="cw-pack-head">{t("pack.how.test")}</h3>
      {detail.test ? <p className="cw-pack-about">{say(detail.test.about)}</p> : <p className="cw-pack-about">{t("pack.how.untested")}</p>}
      {detail.tested && <TestLines tested={detail.tested} />}
    </Panel>
  );
}
