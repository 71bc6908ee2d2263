// What a run found: a tab a list, differences first; the rows behind a line at the foot, one click away.
import { useState } from "react";
import type { PackDetail, PackRunAnswer, RunFormat } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, formatCount, formatTime, Panel, Segmented, Tag } from "../../../parts/index.ts";
import { saveRun, usePackWords } from "../../../state/packs.ts";
import { reportError } from "../../../state/toasts.ts";
import { HowItWorks } from "./HowItWorks.tsx";
import { LineSection, movedIn } from "./LineSection.tsx";

const how = "how";

interface ResultProps {
  readonly answer: PackRunAnswer;
  readonly detail: PackDetail;
}

/** What differs, in one line; or that there is nothing to compare with, or nothing that differs. */
function Differences({ answer: { against, differences } }: Pick<ResultProps, "answer">) {
  const t = useWords();
  const say = usePackWords();
  if (!against || !differences) return <span>{t("pack.result.first")}</span>;
  const moved = differences.new + differences.changed + differences.gone;
  const told = { at: formatTime(against.at), fresh: differences.new, changed: differences.changed, gone: differences.gone };
  return (
    <>
      {moved === 0 ? <Tag tone="plus">{t("pack.result.same", told)}</Tag> : <b>{t("pack.result.differences", told)}</b>}
      {against.otherParameters.length > 0 && (
        <Tag tone="warn">{t("pack.result.otherParameters", { names: against.otherParameters.map(say).join(t("pack.cell.comma")) })}</Tag>
      )}
      {against.otherPack && <Tag tone="warn">{t("pack.result.otherPack")}</Tag>}
    </>
  );
}

function LeftSteps({ answer: { steps } }: Pick<ResultProps, "answer">) {
  const t = useWords();
  const left = steps.filter(({ state }) => state !== "done");
  if (left.length === 0) return null;
  return (
    <>
      {left.map(({ step, call, state, refusal }) => (
        <Tag key={step} tone="warn">
          {t(`pack.step.left.${state}`, {
            step: t(`pack.step.${call}`),
            why: refusal === null ? "" : t(`error.${refusal}`, { kinds: "", entry: "" }),
          })}
        </Tag>
      ))}
    </>
  );
}

function useTabs({ answer }: Pick<ResultProps, "answer">) {
  const t = useWords();
  const say = usePackWords();
  const tabs = answer.sections.map((section) => {
    const moved = answer.against ? movedIn(section) : 0;
    const text = `${say(section.title)} ${formatCount(section.all)}`;
    return {
      value: section.section,
      text: (
        <>
          {text}
          {moved > 0 && <b className="cw-tone-contra"> ±{moved}</b>}
        </>
      ),
    };
  });
  return [...tabs, { value: how, text: t("pack.how.tab") }];
}

export function RunResult({ answer, detail }: ResultProps) {
  const t = useWords();
  const tabs = useTabs({ answer });
  const [tab, setTab] = useState(answer.sections[0]?.section ?? how);
  const section = answer.sections.find((one) => one.section === tab);
  const save = (format: RunFormat) => () => void saveRun(answer.pack, answer.run, format).catch(reportError);
  return (
    <Panel
      className="cw-fill"
      title={t("pack.result.title", { at: formatTime(answer.at) })}
      note={answer.isStale ? <span className="cw-tone-contra">{t("pack.result.stale")}</span> : t("pack.result.by", { by: answer.by })}
      tools={
        <>
          <Button small icon="fileXls" onClick={save("xlsx")}>
            XLSX
          </Button>
          <Button small icon="fileText" onClick={save("docx")}>
            DOCX
          </Button>
          <Button small icon="fileCsv" onClick={save("csv")}>
            CSV
          </Button>
        </>
      }
    >
      <div className="cw-pack-differences" role="status">
        <Differences answer={answer} />
        <LeftSteps answer={answer} />
      </div>
      <div className="cw-pack-tabs">
        <Segmented label={t("pack.result.lists")} value={tab} options={tabs} onChange={setTab} />
      </div>
      {section ? <LineSection key={tab} answer={answer} section={section} /> : <HowItWorks detail={detail} ran={answer.steps} isInside />}
    </Panel>
  );
}
