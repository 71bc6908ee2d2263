// One pack: what it is for, its parameters and its button; under it what the last run found, or how it works.
import { useState } from "react";
import type { PackDetail, PackRunAnswer } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, ErrorPanel, Panel, Skeleton, showWrong } from "../../../parts/index.ts";
import { removePack, runPack, savePack, testPack, usePackWords } from "../../../state/packs.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { HowItWorks } from "./HowItWorks.tsx";
import { StateTag } from "./PackCard.tsx";
import { ParameterForm, type Typed, textOfValue, valueOfText } from "./ParameterForm.tsx";
import { RunResult } from "./RunResult.tsx";

/** What was set in the run that is shown; else the defaults. */
const typedOf = (answer: PackRunAnswer | null): Typed =>
  Object.fromEntries((answer?.set ?? []).map(({ parameter, value }) => [parameter, textOfValue(value)]));

function Head({ detail }: { readonly detail: PackDetail }) {
  const t = useWords();
  const say = usePackWords();
  const isMasked = usePreferences(({ isMasked: on }) => on);
  const title = say(detail.title);
  const [isTesting, setTesting] = useState(false);
  const test = () => {
    setTesting(true);
    testPack(detail.pack, title)
      .catch(reportError)
      .finally(() => setTesting(false));
  };
  return (
    <>
      <StateTag item={detail} />
      {detail.test && (
        <Button small disabled={isTesting} onClick={test}>
          {t(isTesting ? "pack.desk.testing" : "pack.desk.test")}
        </Button>
      )}
      {!isMasked && (
        <Button small icon="download" onClick={() => void savePack(detail.pack).catch(reportError)}>
          {t("pack.desk.save")}
        </Button>
      )}
      {!detail.isShipped && (
        <Button small tone="text" icon="trash" onClick={() => void removePack(detail.pack).catch(reportError)}>
          {t("pack.desk.remove")}
        </Button>
      )}
    </>
  );
}

function useRun(detail: PackDetail, typed: Typed) {
  const say = usePackWords();
  const [isRunning, setRunning] = useState(false);
  const run = () => {
    const set = Object.fromEntries(
      detail.parameters.flatMap((parameter) =>
        parameter.name in typed ? [[parameter.name, valueOfText(parameter, typed[parameter.name]!)]] : [],
      ),
    );
    setRunning(true);
    runPack(detail.pack, say(detail.title), set)
      .catch(reportError)
      .finally(() => setRunning(false));
  };
  return { isRunning, run };
}

interface SetUpProps {
  readonly detail: PackDetail;
  readonly answer: PackRunAnswer | null;
}

function SetUp({ detail, answer }: SetUpProps) {
  const t = useWords();
  const say = usePackWords();
  const [changed, setChanged] = useState<Typed>({});
  const typed = { ...typedOf(answer), ...changed };
  const { isRunning, run } = useRun(detail, typed);
  const kinds = detail.lacking.map((kind) => t(`import.rowKind.${kind}`)).join(t("pack.cell.comma"));
  return (
    <Panel
      title={say(detail.title)}
      note={t("pack.desk.revision", { revision: detail.revision, hash: detail.hash.slice(0, 8) })}
      tools={<Head detail={detail} />}
    >
      <p className="cw-pack-about">{say(detail.about)}</p>
      <ParameterForm parameters={detail.parameters} typed={typed} onChange={setChanged} />
      <div className="cw-pack-run">
        <Button
          tone="primary"
          icon="playerPlay"
          disabled={isRunning || detail.lacking.length > 0}
          onClick={(event) => !showWrong(event.currentTarget.closest("section")) && run()}
        >
          {t(isRunning ? "pack.desk.running" : "pack.desk.run")}
        </Button>
        {detail.lacking.length > 0 && <span className="cw-tone-contra">{t("pack.desk.lacking", { kinds })}</span>}
      </div>
    </Panel>
  );
}

export function PackDesk({ pack }: { readonly pack: string }) {
  const { data: detail, error, reload } = useCall("review.readPack", { pack }, ["packs", "facts"]);
  const hasRun = (detail?.runs.length ?? 0) > 0;
  const { data: answer, error: runError } = useCall("review.readPackRun", hasRun ? { pack, limit: 2000 } : null, [
    "packs",
    "facts",
    "watches",
  ]);
  const t = useWords();
  if (error)
    return (
      <Panel className="cw-fill" label={pack}>
        <ErrorPanel error={error} onRetry={reload} />
      </Panel>
    );
  if (detail === null || (hasRun && answer === null && runError === null))
    return (
      <Panel className="cw-fill" label={t("pack.list.title")}>
        <Skeleton rows={8} />
      </Panel>
    );
  return (
    <div className="cw-pack-desk">
      <SetUp key={`set up ${answer?.run ?? 0}`} detail={detail} answer={answer} />
      {answer ? <RunResult key={`run ${answer.run}`} answer={answer} detail={detail} /> : <HowItWorks detail={detail} />}
    </div>
  );
}
