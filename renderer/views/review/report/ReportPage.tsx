// The page as it will print: serif type, numbered notes after each sentence; a click chooses a sentence, its rows stand beside.
import { type ReactNode, useState } from "react";
import type { ShownBlock, ShownSentence } from "../../../../shared/review/reportCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";
import { usePreferences } from "../../../state/preferences.ts";
import type { DeskProps } from "./deskProps.ts";

export interface ReportPageProps extends DeskProps {
  readonly isEditing: boolean;
  readonly onEdited: () => void;
  /** The title with what stands about it; null: the title alone. */
  readonly head: ReactNode;
}

interface SentenceProps {
  readonly sentence: ShownSentence;
  readonly number: number;
  readonly page: ReportPageProps;
}

function RewriteForm({ sentence, page }: Omit<SentenceProps, "number">) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const [text, setText] = useState(sentence.text);
  const isLocked = isMasked && sentence.text.includes("*");
  const keep = () => {
    page.onChange({ change: "rewrite", sentence: sentence.key, text: text === sentence.original ? "" : text });
    page.onEdited();
  };
  return (
    <span className="cw-report-rewrite">
      <textarea
        className="cw-input"
        rows={3}
        value={text}
        readOnly={isLocked}
        aria-label={t("review.report.rewrite")}
        onChange={(event) => setText(event.target.value)}
      />
      {isLocked && <small>{t("review.scene.locked")}</small>}
      <Button small tone="primary" disabled={isLocked || text.trim() === ""} onClick={keep}>
        {t("review.minute.keep")}
      </Button>
    </span>
  );
}

function Sentence({ sentence, number, page }: SentenceProps) {
  const isChosen = page.chosen?.key === sentence.key;
  const { key, text, original, citations } = sentence;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button would not break with its line */}
      <span
        role="button"
        tabIndex={0}
        className={`cw-report-sentence ${isChosen ? "cw-report-chosen" : ""} ${citations.length === 0 ? "cw-report-bare" : ""} ${original === null ? "" : "cw-report-own"}`}
        aria-pressed={isChosen}
        onClick={() => page.onChoose(key)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          page.onChoose(key);
        }}
      >
        {text}
        <sup>{number}</sup>
      </span>
      {isChosen && page.isEditing && <RewriteForm key={key} sentence={sentence} page={page} />}
    </>
  );
}

/** The unit's own words, kept when they are left. */
function OwnWords({
  place,
  prompt,
  text,
  page,
}: {
  readonly place: string;
  readonly prompt: string;
  readonly text: string;
  readonly page: ReportPageProps;
}) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const [typed, setTyped] = useState(text);
  const isLocked = isMasked && text.includes("*");
  return (
    <textarea
      className="cw-report-words"
      rows={Math.max(2, typed.split("\n").length)}
      value={typed}
      placeholder={prompt}
      aria-label={prompt}
      title={isLocked ? t("review.scene.locked") : undefined}
      readOnly={isLocked}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed !== text && page.onChange({ change: "edit", place, text: typed })}
    />
  );
}

type Numbered = (sentence: ShownSentence) => number;
type BlockOf<Name extends ShownBlock["block"]> = Extract<ShownBlock, { readonly block: Name }>;

function DataBlock({
  block,
  page,
  numberOf,
}: {
  readonly block: BlockOf<"table">;
  readonly page: ReportPageProps;
  readonly numberOf: Numbered;
}) {
  const { table, sentences } = block;
  const units = table.columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table className="cw-report-table">
      <thead>
        <tr>
          {table.columns.map(({ heading, width }) => (
            <th key={heading} style={{ width: `${(width / units) * 100}%` }}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, row) => {
          const sentence = sentences[row];
          const isChosen = sentence !== undefined && page.chosen?.key === sentence.key;
          return (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: rows may repeat, they stand in their order
              key={row}
              className={isChosen ? "cw-report-chosen" : ""}
              onClick={() => sentence !== undefined && page.onChoose(sentence.key)}
            >
              {cells.map((cell, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  key={at}
                  className={table.columns[at]?.align === "right" ? "cw-report-number" : undefined}
                  style={{
                    textAlign: table.columns[at]?.align === "right" ? "right" : table.columns[at]?.align === "centre" ? "center" : "left",
                  }}
                >
                  {cell}
                  {at === cells.length - 1 && sentence !== undefined && <sup>{numberOf(sentence)}</sup>}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PrinterProps<Name extends ShownBlock["block"]> {
  readonly block: BlockOf<Name>;
  readonly page: ReportPageProps;
  readonly numberOf: Numbered;
}

const printers: { readonly [Name in ShownBlock["block"]]: (props: PrinterProps<Name>) => ReactNode } = {
  heading: ({ block }) => (block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>),
  facts: ({ block }) => (
    <div className="cw-report-facts">
      {block.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  ),
  paragraph: ({ block, page, numberOf }) => (
    <p className="cw-report-paragraph">
      {block.sentences.map((sentence) => (
        <Sentence key={sentence.key} sentence={sentence} number={numberOf(sentence)} page={page} />
      ))}
    </p>
  ),
  points: ({ block, page, numberOf }) => (
    <ol className="cw-report-points">
      {block.sentences.map((sentence) => (
        <li key={sentence.key}>
          <Sentence sentence={sentence} number={numberOf(sentence)} page={page} />
        </li>
      ))}
    </ol>
  ),
  table: (props) => <DataBlock {...props} />,
  figure: ({ block }) => (
    <figure className="cw-report-figure">
      <img src={`data:image/svg+xml;base64,${block.base64}`} alt={block.caption} />
      <figcaption>{block.caption}</figcaption>
    </figure>
  ),
  editable: ({ block, page }) => <OwnWords key={block.place} place={block.place} prompt={block.prompt} text={block.text} page={page} />,
};

export function ReportPage(page: ReportPageProps) {
  const sections = page.report.sections.filter(({ isOff }) => !isOff);
  const all = sections.flatMap(({ blocks }) => blocks.flatMap((block) => ("sentences" in block ? block.sentences : [])));
  const numbers = new Map(all.map(({ key }, i) => [key, i + 1]));
  const numberOf: Numbered = ({ key }) => numbers.get(key) ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard
    <div className="cw-report-scroll" tabIndex={0}>
      <article className="cw-report-page">
        {page.head ?? <h1>{page.report.heading}</h1>}
        {sections.flatMap(({ section, blocks }) =>
          blocks.map((block, i) => {
            const Print = printers[block.block] as (props: PrinterProps<ShownBlock["block"]>) => ReactNode;
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks stand in their order
            return <Print key={`${section}-${i}`} block={block} page={page} numberOf={numberOf} />;
          }),
        )}
      </article>
    </div>
  );
}
