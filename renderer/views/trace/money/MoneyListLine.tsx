// One line of a printed list on screen: the account, what is asked for, whose money it is, what is held back of it, how it came, its rows.
import { payersText, recordedText, requestText, sureText, victimText, wayText } from "../../../../shared/review/paper/listWords.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import type { Claim, ListLine } from "../../../../shared/trace/lists/listLine.ts";
import { useWords } from "../../../i18n/index.ts";
import { CitationLink, formatMoney } from "../../../parts/index.ts";
import { light, useTrace } from "../../../state/trace.ts";

/** The sentences of the paper are those of the screen. */
function useSay(): Say {
  const t = useWords();
  return (key, values) => t(key, { ...values });
}

const shownNames = 2;

function ClaimLine({ claim, list }: { readonly claim: Claim; readonly list: ListName }) {
  const t = useWords();
  const say = useSay();
  const { case: number, paid, share } = claim;
  return (
    <li>
      <span className="cw-list-claim">
        <b>{victimText(claim, say) || t("trace.list.nobody")}</b> <span className="cw-quiet">{number}</span>
        <span className="cw-number">{t("trace.list.share", { share: formatMoney(share), paid: formatMoney(paid) })}</span>
      </span>
      <span>{t("trace.list.recorded", { recorded: recordedText(claim, say) })}</span>
      {list === "return" && <span>{t("trace.list.payBack", { account: payersText(claim, say) })}</span>}
      <span className="cw-quiet">{wayText(claim, say)}</span>
    </li>
  );
}

/** The first names and how many more: 李*、王* 等. */
function useLosers(): (claims: readonly Claim[]) => string {
  const say = useSay();
  return (claims) => {
    const names = [...new Set(claims.map((claim) => victimText(claim, say)))].filter((name) => name !== "");
    const shown = names.slice(0, shownNames).join(say("report.cite.comma")) || say("trace.list.nobody");
    return names.length > shownNames ? say("trace.list.andOthers", { names: shown }) : shown;
  };
}

/** What cases record as held back, said without opening anything. */
function Recorded({ claims }: { readonly claims: readonly Claim[] }) {
  const t = useWords();
  const say = useSay();
  const told = claims.filter(({ recorded: { stopped, frozen, returned } }) => [stopped, frozen, returned].some((sum) => sum !== null));
  if (told.length === 0) return null;
  const each = told.map((claim) => `${victimText(claim, say)} ${recordedText(claim, say)}`).join(say("report.cite.semicolon"));
  return <p>{t("trace.list.recorded", { recorded: each })}</p>;
}

function Claims({ line, list }: { readonly line: ListLine; readonly list: ListName }) {
  const t = useWords();
  const losersOf = useLosers();
  if (line.claims.length === 0) return null;
  return (
    <details>
      <summary>{t("trace.list.claims", { names: losersOf(line.claims), count: line.claims.length })}</summary>
      <ul className="cw-list-claims">
        {line.claims.map((claim) => (
          <ClaimLine key={claim.case ?? ""} claim={claim} list={list} />
        ))}
      </ul>
    </details>
  );
}

interface MoneyListLineProps {
  readonly line: ListLine;
  readonly list: ListName;
  /** What the list adds: how long it waits, until when a measure holds. */
  readonly note: string;
}

export function MoneyListLine({ line, list, note }: MoneyListLineProps) {
  const t = useWords();
  const say = useSay();
  const lit = useTrace((state) => state.lit);
  const cards = line.cards.map((card) => t("trace.save.cardOf", { card })).join(" ");
  const notes = [line.bank, cards, note].filter(Boolean).join(" · ").split(" · ");
  return (
    <li className="cw-list-line" aria-current={lit === line.entity}>
      <button type="button" className="cw-list-main" onClick={() => light(line.entity)}>
        <span className="cw-quiet cw-number">{line.rank}</span>
        <span>
          <b>{line.account}</b> <span className="cw-nowrap">{line.name}</span>
        </span>
        <b className="cw-number">{formatMoney(line.amount)}</b>
        <span className="cw-quiet cw-small cw-list-note">
          {notes.map((one, i) => (
            <span key={one}>
              {one}
              {i < notes.length - 1 && " ·"}
            </span>
          ))}
        </span>
      </button>
      <div className="cw-list-rows">
        <p>{sureText(line, say)}</p>
        {line.requests.length > 0 && (
          <ul className="cw-list-claims">
            {line.requests.map((one) => (
              <li key={one.record}>{requestText(one, say)}</li>
            ))}
          </ul>
        )}
        <Recorded claims={line.claims} />
        <Claims line={line} list={list} />
        <details>
          <summary>{t("trace.list.rows", { count: line.sources.length })}</summary>
          {line.sources.map((citation) => (
            <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
          ))}
        </details>
      </div>
    </li>
  );
}
