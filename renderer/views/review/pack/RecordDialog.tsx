// Steps of the audit log, those of the last day ticked, become a pack under a name of one's own.
import { useRef, useState } from "react";
import type { LoggedStep } from "../../../../shared/review/packCalls.ts";
import { listTitleKeys } from "../../../../shared/review/paper/listPaper.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import { type Translate, useWords } from "../../../i18n/index.ts";
import { Button, Dialog, ErrorPanel, formatTime, PlainTable, Skeleton, Tag } from "../../../parts/index.ts";
import { packIdOf, recordPack } from "../../../state/packs.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import "./pack.css";

const mostListed = 200;

/** Of the last day on which anything was done, each question once, as it was asked last. */
const proposed = (steps: readonly LoggedStep[]): ReadonlySet<number> => {
  const day = steps.at(-1)?.at.slice(0, 10);
  return new Set(
    steps
      .filter(({ at, isShortened, isRepeated, isLook }) => at.slice(0, 10) === day && !isShortened && !isRepeated && !isLook)
      .map(({ entry }) => entry),
  );
};

const named: ReadonlySet<string> = new Set([
  "windowDays",
  "top",
  "minBits",
  "since",
  "until",
  "at",
  "withinMinutes",
  "distanceMetres",
  "min",
]);

/** What sets a step apart from another of its kind; defaults that nobody turned are left out with what is only handed back. */
function argumentsText({ arguments: given }: LoggedStep, t: Translate): string {
  const { list, kinds, from } = given;
  return [
    typeof list === "string" && list in listTitleKeys ? t(listTitleKeys[list as ListName]) : "",
    Array.isArray(kinds) ? kinds.map((kind) => t(`pack.motif.${String(kind)}`)).join(t("pack.cell.comma")) : "",
    Array.isArray(from) ? t("pack.record.from", { count: from.length }) : "",
    ...Object.entries(given).flatMap(([name, value]) =>
      named.has(name) && value !== null ? [`${t(`pack.argument.${name}`)} ${String(value)}`] : [],
    ),
  ]
    .filter(Boolean)
    .join(" · ");
}

interface StepsProps {
  readonly steps: readonly LoggedStep[];
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (entry: number) => void;
}

function Steps({ steps, ticked, onTick }: StepsProps) {
  const t = useWords();
  return (
    <PlainTable
      columns={[
        {
          key: "tick",
          title: "",
          render: ({ entry, call, isShortened }) => (
            <input
              type="checkbox"
              aria-label={t(`pack.step.${call}`)}
              disabled={isShortened}
              checked={ticked.has(entry)}
              onChange={() => onTick(entry)}
            />
          ),
        },
        { key: "step", title: t("pack.how.step"), render: ({ call }) => t(`pack.step.${call}`) },
        {
          key: "arguments",
          title: t("pack.record.arguments"),
          render: (step) => (
            <>
              <span className="cw-quiet">{argumentsText(step, t)}</span>{" "}
              {step.isShortened && <Tag tone="warn">{t("pack.record.shortened")}</Tag>}
            </>
          ),
        },
        { key: "at", title: t("pack.record.at"), render: ({ at }) => formatTime(at) },
        { key: "by", title: t("pack.record.by"), render: ({ by }) => by },
      ]}
      rows={[...steps].reverse()}
      keyOf={({ entry }) => String(entry)}
    />
  );
}

interface Said {
  readonly title: string;
  readonly about: string;
  readonly sheets: readonly { readonly name: string; readonly text: string }[];
}

function Words({ said, onSay }: { readonly said: Said; readonly onSay: (said: Said) => void }) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const take = async (files: FileList | null) => {
    const sheets = await Promise.all([...(files ?? [])].map(async (file) => ({ name: file.name, text: await file.text() })));
    onSay({ ...said, sheets });
  };
  return (
    <div className="cw-pack-form">
      <label className="cw-pack-field">
        <span>{t("pack.record.title")}</span>
        <input className="cw-input" value={said.title} onChange={(event) => onSay({ ...said, title: event.target.value })} />
      </label>
      <label className="cw-pack-field">
        <span>{t("pack.record.about")}</span>
        <input className="cw-input" value={said.about} onChange={(event) => onSay({ ...said, about: event.target.value })} />
      </label>
      <div className="cw-pack-field">
        <span>{t("pack.record.sheets")}</span>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv"
          multiple
          hidden
          data-testid="pack-sheets"
          onChange={(event) => void take(event.target.files).catch(reportError)}
        />
        <Button icon="fileImport" title={t("pack.record.sheetsWhy")} onClick={() => input.current?.click()}>
          {said.sheets.length === 0 ? t("pack.record.choose") : said.sheets.map(({ name }) => name).join(t("pack.cell.comma"))}
        </Button>
        <span className="cw-quiet">{t("pack.record.sheetsWhy")}</span>
      </div>
    </div>
  );
}

export function RecordDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { data: steps, error, reload } = useCall("review.listLoggedSteps", { limit: mostListed });
  const [changed, setChanged] = useState<ReadonlySet<number> | null>(null);
  const [said, setSaid] = useState<Said>({ title: "", about: "", sheets: [] });
  const ticked = changed ?? proposed(steps ?? []);
  const tick = (entry: number) => {
    const next = new Set(ticked);
    if (!next.delete(entry)) next.add(entry);
    setChanged(next);
  };
  const lacks = said.title.trim() === "" ? t("pack.record.lacksName") : ticked.size === 0 ? t("pack.record.lacksSteps") : null;
  const save = () => {
    const both = (text: string) => ({ zh: text, en: text });
    const entries = (steps ?? []).map(({ entry }) => entry).filter((entry) => ticked.has(entry));
    const today = steps?.at(-1)?.at.slice(0, 10) ?? "";
    const about = said.about.trim() === "" ? said.title : said.about;
    onClose();
    recordPack({ pack: packIdOf(said.title, today), title: both(said.title), about: both(about), entries, sheets: [...said.sheets] }).catch(
      reportError,
    );
  };
  return (
    <Dialog
      wide
      title={t("pack.record.head")}
      onClose={onClose}
      foot={
        <>
          {lacks !== null && <p>{lacks}</p>}
          <Button onClick={onClose}>{t("frame.action.cancel")}</Button>
          <Button tone="primary" icon="bookmark" disabled={lacks !== null} onClick={save}>
            {t("pack.record.save", { count: ticked.size })}
          </Button>
        </>
      }
    >
      <p className="cw-pack-about">{t("pack.record.note")}</p>
      <Words said={said} onSay={setSaid} />
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : steps === null ? (
        <Skeleton rows={6} />
      ) : (
        <div className="cw-pack-log">
          <Steps steps={steps} ticked={ticked} onTick={tick} />
        </div>
      )}
    </Dialog>
  );
}
