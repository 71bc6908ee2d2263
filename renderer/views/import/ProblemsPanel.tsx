// Files that could not be opened, each with what is wrong and what to do.
import { type ErrorCode, fromWire } from "../../../shared/errors.ts";
import { errorSentence } from "../../i18n/errors.ts";
import { useWords } from "../../i18n/index.ts";
import { Icon, IconButton } from "../../parts/index.ts";
import { closeProblems, useImporting } from "../../state/importing.ts";

export function ProblemsPanel() {
  const t = useWords();
  const problems = useImporting((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <section className="cw-notice cw-notice-contra" role="alert" aria-label={t("import.problems.title", { count: problems.length })}>
      <Icon name="alertCircle" size={18} />
      <div>
        <h3>{t("import.problems.title", { count: problems.length })}</h3>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.file}${problem.source}${problem.sheet}`}>
              <b className="cw-file">{[problem.source, problem.sheet].filter(Boolean).join(" · ")}</b>{" "}
              {errorSentence(t, fromWire({ code: problem.error.code as ErrorCode, details: problem.error.details }))}
            </li>
          ))}
        </ul>
      </div>
      <IconButton icon="cross" label={t("frame.action.close")} onClick={closeProblems} />
    </section>
  );
}
