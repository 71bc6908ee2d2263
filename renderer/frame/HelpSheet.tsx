// The sheet of keys, opened by `?`: drawn from the list that the keys themselves come from.
import { useWords } from "../i18n/index.ts";
import { Dialog, KeyCap } from "../parts/index.ts";
import { showHelp, useNavigation } from "../state/navigation.ts";
import {
  frameKeyList,
  type KeyedView,
  type KeyList,
  keyRows,
  rejectKeyList,
  stageKeyList,
  tableKeyList,
  viewKeyLists,
} from "../views/keyList.ts";

const viewTitles: Readonly<Record<KeyedView, string>> = {
  import: "frame.stage.import",
  resolve: "frame.stage.resolve",
  addresses: "resolve.address.tab",
  payments: "resolve.payment.tab",
  link: "frame.stage.link",
  group: "frame.stage.group",
  rings: "frame.help.rings",
  money: "trace.page.money",
  number: "frame.help.number",
  chart: "frame.stage.chart",
  board: "frame.help.board",
  report: "frame.help.report",
};

const sheet: readonly { readonly title: string; readonly list: KeyList }[] = [
  { title: "frame.help.everywhere", list: frameKeyList },
  { title: "frame.help.tables", list: tableKeyList },
  { title: viewTitles.chart, list: viewKeyLists.chart },
  ...(Object.keys(viewTitles) as KeyedView[])
    .filter((view) => view !== "chart")
    .map((view) => ({ title: viewTitles[view], list: viewKeyLists[view] as KeyList })),
  { title: "frame.help.rejects", list: rejectKeyList },
  { title: "frame.help.stageTitle", list: stageKeyList },
];

function Section({ title, list }: { readonly title: string; readonly list: KeyList }) {
  const t = useWords();
  return (
    <section>
      <h3>{t(title)}</h3>
      <dl>
        {keyRows(list).map(({ word, keys }) => (
          <div key={word}>
            <dt>
              <KeyCap>{keys}</KeyCap>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function HelpSheet() {
  const t = useWords();
  const isOpen = useNavigation((state) => state.isHelpOpen);
  if (!isOpen) return null;
  return (
    <Dialog wide title={t("frame.help.title")} onClose={() => showHelp(false)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet that scrolls and has nothing to press must be reachable by keyboard */}
      <div className="cw-help" tabIndex={0}>
        {sheet.map(({ title, list }) => (
          <Section key={title} title={title} list={list} />
        ))}
      </div>
    </Dialog>
  );
}
