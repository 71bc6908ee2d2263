// The money of one question: which policy, what became of it, level by level, and the lists that are printed from it.
import { useMemo, useState } from "react";
import { subjectMark } from "../../../../shared/review/reportKinds.ts";
import { type ListName, listNames } from "../../../../shared/trace/lists/index.ts";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import { type PolicyName, policyNames } from "../../../../shared/trace/policies/index.ts";
import { SeeAsSwitch } from "../../../frame/SeeAsSwitch.tsx";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState, ErrorPanel, PageTitle, Segmented, Skeleton, Tag } from "../../../parts/index.ts";
import { choosePolicy, useTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { ReportButton } from "../../review/ReportButton.tsx";
import { useViewKeys } from "../../viewKeys.ts";
import type { TracePageProps } from "../page.ts";
import { ConservationBar } from "./ConservationBar.tsx";
import { ListPanel } from "./ListPanel.tsx";
import { MoneyLevels, type MoneyRanges } from "./MoneyLevels.tsx";
import { MoneyStart } from "./MoneyStart.tsx";
import "./money.css";

const policyKeys: Readonly<Record<PolicyName, string>> = {
  fifo: "trace.policy.fifo",
  lifo: "trace.policy.lifo",
  prorata: "trace.policy.prorata",
  "traced-first": "trace.policy.tracedFirst",
  "clean-first": "trace.policy.cleanFirst",
};

const listKeys: Readonly<Record<ListName, string>> = {
  stop: "trace.list.stop",
  freeze: "trace.list.freeze",
  request: "trace.list.request",
  return: "trace.list.return",
  secured: "trace.list.secured",
};

const watch = ["facts", "group", "resolve"] as const;

/** How far the shown policy could be off; asked once it stands, so that the answer does not wait for it. */
function useRanges(from: readonly string[], isShown: boolean): MoneyRanges {
  const { data } = useCall("trace.rangeMoney", isShown ? { from: [...from] } : null, watch);
  return useMemo(() => new Map(data?.map(({ entity, least, most }) => [entity, [least, most] as const])), [data]);
}

function seedName(subject: string): string {
  const kind = subject.slice(0, subject.indexOf(":"));
  return kind === "series" || kind === "case" || kind === "transfer" ? subject.slice(kind.length + 1) : shownKey(subject);
}

function SeedTag({ from, money }: { readonly from: readonly string[]; readonly money: MoneyDocument | null }) {
  const t = useWords();
  const [first = "", ...others] = from.map(seedName);
  const name = others.length === 0 ? first : t("trace.seed.many", { first, count: from.length });
  const cases = new Set(money?.seeds.map((seed) => seed.case)).size;
  return <Tag tone="accent">{money === null ? name : t("trace.seed.tag", { name, cases, transfers: money.seeds.length })}</Tag>;
}

/** Of what was chosen; without a choice, what there is to follow. */
export function MoneyPage({ about }: TracePageProps) {
  return about.length === 0 ? <MoneyStart /> : <MoneyOf from={about} />;
}

function MoneyOf({ from }: { readonly from: readonly string[] }) {
  const t = useWords();
  const policy = useTrace((state) => state.policy);
  const [list, setList] = useState<ListName>("stop");
  const { data, error, reload } = useCall("trace.traceMoney", { from: [...from], policy }, watch);
  const ranges = useRanges(from, data !== null);
  useViewKeys("money", {
    "1": () => choosePolicy("fifo"),
    "2": () => choosePolicy("lifo"),
    "3": () => choosePolicy("prorata"),
    "4": () => choosePolicy("traced-first"),
    "5": () => choosePolicy("clean-first"),
  });
  return (
    <div className="cw-page cw-trace">
      <PageTitle
        title={t("trace.money.title")}
        note={<SeedTag from={from} money={data} />}
        tools={
          <>
            <Segmented
              label={t("trace.policy.label")}
              value={policy}
              onChange={choosePolicy}
              options={policyNames.map((value) => ({ value, text: t(policyKeys[value]) }))}
            />
            {data?.accounts.some(({ identity }) => identity !== null) && <SeeAsSwitch />}
            <ReportButton subject={from.join(subjectMark)} kinds={["money"]} policy={policy} />
          </>
        }
      />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={12} tall />}
      {data !== null && <ConservationBar money={data} />}
      {data !== null && (
        <div className="cw-trace-columns">
          {data.accounts.length === 0 ? (
            <EmptyState icon="route" title={t("trace.levels.none")} />
          ) : (
            <MoneyLevels money={data} ranges={ranges} />
          )}
          <div className="cw-trace-side">
            <Segmented
              label={t("trace.list.label")}
              value={list}
              onChange={setList}
              options={listNames.map((value) => ({ value, text: t(listKeys[value]) }))}
            />
            <ListPanel key={list} list={list} question={{ from: [...from], policy }} />
          </div>
        </div>
      )}
    </div>
  );
}
