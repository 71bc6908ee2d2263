// An empty workspace: put files in; what is recognised; what is promised about them.
import { useWords } from "../../i18n/index.ts";
import { DropZone } from "../../parts/DropZone.tsx";
import { Icon, type IconName, KindGlyph } from "../../parts/index.ts";
import { openFiles } from "../../state/importing.ts";

/** Kinds of files with the glyph of what they mostly hold: keys of title and of what is looked for in them. */
const fileKinds: readonly { readonly kind: string; readonly title: string; readonly text: string }[] = [
  { kind: "case", title: "overview.first.cases", text: "overview.first.casesText" },
  { kind: "account", title: "overview.first.statements", text: "overview.first.statementsText" },
  { kind: "phone", title: "overview.first.calls", text: "overview.first.callsText" },
  { kind: "place", title: "overview.first.movements", text: "overview.first.movementsText" },
];

const promises: readonly (readonly [IconName, string])[] = [
  ["cloudOff", "overview.first.offline"],
  ["fileText", "overview.first.rows"],
  ["history", "overview.first.undo"],
];

export function FirstRun() {
  const t = useWords();
  return (
    <div className="cw-page cw-first">
      <div className="cw-first-inner">
        <h1>{t("overview.first.title")}</h1>
        <p className="cw-first-note">{t("overview.first.note")}</p>
        <DropZone large onFiles={(files) => void openFiles(files)} />
        <div className="cw-first-cards">
          {fileKinds.map(({ kind, title, text }) => (
            <section key={kind} className="cw-first-card">
              <KindGlyph kind={kind} size={22} />
              <div>
                <h2>{t(title)}</h2>
                <p>{t(text)}</p>
              </div>
            </section>
          ))}
        </div>
        <ul className="cw-promises">
          {promises.map(([icon, text]) => (
            <li key={text}>
              <Icon name={icon} size={15} /> {t(text)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
