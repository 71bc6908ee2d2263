// The sheet of keys, opened by `?`.
import { useWords } from "../i18n/index.ts";
import { Dialog, KeyCap } from "../parts/index.ts";
import { showHelp, useNavigation } from "../state/navigation.ts";

/** Keys and the key of the catalogue that says what they do, by place. */
const sheet: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[] = [
  {
    title: "frame.help.everywhere",
    rows: [
      ["Ctrl 1 … 7 / Alt 1 … 7", "frame.help.stage"],
      ["Ctrl K", "frame.help.search"],
      ["F6 / Shift F6", "frame.help.panels"],
      ["Esc", "frame.help.back"],
      ["?", "frame.help.help"],
    ],
  },
  {
    title: "frame.help.tables",
    rows: [
      ["↑ ↓ PgUp PgDn Home End", "frame.help.walk"],
      ["Shift ↑ ↓", "frame.help.range"],
      ["↵", "frame.help.open"],
      ["Ctrl C", "frame.help.copy"],
    ],
  },
  {
    title: "frame.stage.import",
    rows: [
      ["Ctrl ↵", "frame.help.store"],
      ["F2", "frame.help.edit"],
    ],
  },
  {
    title: "frame.stage.link",
    rows: [
      ["J / K", "frame.help.nextPair"],
      ["Y / N / U", "frame.help.judge"],
      ["S", "frame.help.sources"],
      ["O", "frame.help.chart"],
    ],
  },
  {
    title: "frame.stage.chart",
    rows: [
      ["V L H", "frame.help.tools"],
      ["E", "frame.help.expand"],
      ["F", "frame.help.fit"],
      ["Del", "frame.help.hide"],
      ["Ctrl Z / Ctrl Y", "frame.help.undo"],
    ],
  },
];

export function HelpSheet() {
  const t = useWords();
  const isOpen = useNavigation((state) => state.isHelpOpen);
  if (!isOpen) return null;
  return (
    <Dialog wide title={t("frame.help.title")} onClose={() => showHelp(false)}>
      <div className="cw-help">
        {sheet.map(({ title, rows }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {rows.map(([keys, key]) => (
                <div key={key}>
                  <dt>
                    <KeyCap>{keys}</KeyCap>
                  </dt>
                  <dd>{t(key)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
