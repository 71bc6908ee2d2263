// The copy of this workspace on a server: whether it is there, what a push would send, and the differences both ways.

import type { ComparedPart, ServerReport } from "../../../shared/workspace/graphCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { joined } from "../../i18n/joined.ts";
import { Button, formatCount, SignMark } from "../../parts/index.ts";
import { batchesOf, compareGraph, pushGraph, useGraphServer } from "../../state/graphServer.ts";

function stateKey({ own }: ServerReport): string {
  if (!own.isThere) return "graph.own.absent";
  if (!own.isDone) return "graph.own.unfinished";
  return own.isCurrent ? "graph.own.current" : "graph.own.outdated";
}

function ComparedLine({ name, part }: { readonly name: string; readonly part: ComparedPart }) {
  const t = useWords();
  const isSame = part.different + part.onlyHere + part.onlyThere === 0;
  const examples = [...part.examplesDifferent, ...part.examplesOnlyHere, ...part.examplesOnlyThere].slice(0, 3);
  return (
    <tr>
      <th scope="row">
        <SignMark sign={isSame ? "+" : "-"} /> {name}
      </th>
      <td className="cw-number">{formatCount(part.same)}</td>
      <td className="cw-number">{formatCount(part.different)}</td>
      <td className="cw-number">{formatCount(part.onlyHere)}</td>
      <td className="cw-number">{formatCount(part.onlyThere)}</td>
      <td>{examples.length > 0 ? joined(t, examples) : t("graph.compare.none")}</td>
    </tr>
  );
}

function Compared() {
  const t = useWords();
  const comparison = useGraphServer((state) => state.comparison);
  if (comparison === null) return null;
  return (
    <table className="cw-graph-table">
      <thead>
        <tr>
          <th scope="col">{t("graph.compare.what")}</th>
          <th scope="col" className="cw-number">
            {t("graph.compare.same")}
          </th>
          <th scope="col" className="cw-number">
            {t("graph.compare.different")}
          </th>
          <th scope="col" className="cw-number">
            {t("graph.compare.onlyHere")}
          </th>
          <th scope="col" className="cw-number">
            {t("graph.compare.onlyThere")}
          </th>
          <th scope="col">{t("graph.compare.examples")}</th>
        </tr>
      </thead>
      <tbody>
        <ComparedLine name={t("graph.compare.nodes")} part={comparison.nodes} />
        <ComparedLine name={t("graph.compare.links")} part={comparison.links} />
      </tbody>
    </table>
  );
}

export function OwnGraph({ report }: { readonly report: ServerReport }) {
  const t = useWords();
  const busy = useGraphServer((state) => state.busy);
  const { nodes, links } = report.here;
  return (
    <section className="cw-graph-part">
      <h3>{t(stateKey(report))}</h3>
      <p>{t("graph.cost.push", { nodes: formatCount(nodes), links: formatCount(links), count: batchesOf(report) })}</p>
      <p>{t("graph.cost.local")}</p>
      <div className="cw-actions">
        <Button icon="save" disabled={busy !== null} onClick={() => void pushGraph()}>
          {busy === "push" ? t("graph.action.pushing") : t("graph.action.push")}
        </Button>
        <Button disabled={busy !== null || !report.own.isThere} onClick={() => void compareGraph()}>
          {busy === "compare" ? t("graph.action.comparing") : t("graph.action.compare")}
        </Button>
      </div>
      <Compared />
    </section>
  );
}
