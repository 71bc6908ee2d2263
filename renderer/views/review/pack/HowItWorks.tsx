// What a pack does, before or beside a run: its steps in order and what became of each, what it expects, and what its own test planted and found.
import { cellText } from "../../../../shared/review/pack/cellText.ts";
import type { PackDetail, PackRunAnswer, PackTestResult } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Panel, PlainTable, Tag } from "../../../parts/index.ts";
import { usePackWords } from "../../../state/packs.ts";
import { sayWith } from "./LineTable.tsx";

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

type Step = PackDetail["steps"][number];
type Ran = PackRunAnswer["steps"][number];

/** What a step runs for and when, under what it does. */
function About({ step: { about, each, when }, detail }: { readonly step: Step; readonly detail: PackDetail }) {
  const t = useWords();
  const say = usePackWords();
  const valueText = (text: string) => {
    const parameter = detail.parameters.find(({ name }) => `parameters.${name}` === text);
    return parameter ? t("pack.how.parameter", { name: say(parameter.label) }) : text;
  };
  const figureOf = (path: string) => {
    const list = detail.lists.find(({ section }) => `sections.${section}[]` === path);
    return list ? t("pack.how.lines", { list: say(list.title) }) : path;
  };
  const notes = [
    ...(each ? [t("pack.how.each", { list: say(each.list), most: valueText(each.most) })] : []),
    ...when.map(({ of, is, value }) => t("pack.how.when", { figure: figureOf(of), is: t(`pack.is.${is}`), value: valueText(value) })),
  ];
  return (
    <>
      {say(about)} {notes.length > 0 && <span className="cw-quiet">{notes.join(t("pack.cell.comma"))}</span>}
    </>
  );
}

/** What became of a step: how long it took, for how many of its list, and for which not. */
function Outcome({ ran: { state, refusal, seconds, items, all } }: { readonly ran: Ran }) {
  const t = useWords();
  const shown = seconds.toFixed(1);
  const whyOf = (code: string | null) => (code === null ? "" : t(`error.${code}`, { kinds: "", entry: "" }));
  if (state === "refused" && items === null) return <Tag tone="warn">{t("pack.ran.refused", { why: whyOf(refusal) })}</Tag>;
  if (state === "empty" || state === "unmet") return <span className="cw-quiet">{t(`pack.ran.${state}`)}</span>;
  if (items === null || all === null) return <span className="cw-number">{t("pack.ran.done", { seconds: shown })}</span>;
  const refused = Map.groupBy(
    items.filter((one) => one.state !== "done"),
    (one) => one.refusal,
  );
  return (
    <>
      <span className="cw-number">
        {t("pack.ran.each", { done: items.filter((one) => one.state === "done").length, all, seconds: shown })}
      </span>{" "}
      {items.length < all && <Tag>{t("pack.ran.cut", { count: items.length })}</Tag>}
      {[...refused].map(([code, some]) => (
        <Tag key={code ?? ""} tone="warn">
          {t("pack.ran.some", {
            names: some.map(({ item }) => cellText(item, "item", sayWith(t))).join(t("pack.cell.comma")),
            why: code === null ? t("pack.ran.empty") : whyOf(code),
          })}
        </Tag>
      ))}
    </>
  );
}

function Steps({ detail, ran }: { readonly detail: PackDetail; readonly ran: readonly Ran[] }) {
  const t = useWords();
  const outcomes = new Map(ran.map((one) => [one.step, one]));
  const steps = detail.steps.map((step, i) => ({ ...step, place: i + 1, ran: outcomes.get(step.step) ?? null }));
  return (
    <PlainTable
      columns={[
        { key: "place", title: "#", render: ({ place }) => place },
        { key: "call", title: t("pack.how.step"), render: ({ call }) => t(`pack.step.${call}`) },
        { key: "about", title: t("pack.how.about"), render: (step) => <About step={step} detail={detail} /> },
        ...(ran.length > 0
          ? [{ key: "ran", title: t("pack.ran.title"), render: (step: (typeof steps)[number]) => step.ran && <Outcome ran={step.ran} /> }]
          : []),
      ]}
      rows={steps}
      keyOf={({ step }) => step}
    />
  );
}

interface HowProps {
  readonly detail: PackDetail;
  /** What became of the steps in the run that is shown. */
  readonly ran?: readonly Ran[];
  /** It stands in the panel of that run. */
  readonly isInside?: boolean;
}

export function HowItWorks({ detail, ran = [], isInside = false }: HowProps) {
  const t = useWords();
  const say = usePackWords();
  return (
    <Panel className={isInside ? "cw-fill cw-panel-inside" : "cw-fill"} title={t("pack.how.title")} note={t("pack.how.note")} isScrolled>
      <Steps detail={detail} ran={ran} />
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
