// Asks which records of the open chart are one, again after every merge and un-merge, and has them drawn so. Called once, by the view.
import { useEffect } from "react";
import { useChart } from "../../state/chart.ts";
import { drawIdentities, useIdentities } from "../../state/identities.ts";
import { useCall } from "../../state/useCall.ts";

export function useChartIdentities(): void {
  const model = useChart((state) => state.chart.model);
  const how = useIdentities((state) => state.seeAs);
  const { data } = useCall("resolve.listIdentitiesOf", { refs: [...model.nodes.keys()] }, ["resolve", "facts"]);
  useEffect(() => {
    if (data !== null) useIdentities.setState({ onChart: data });
  }, [data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart that was opened anew, an answer and the switch each draw it again
  useEffect(drawIdentities, [model, how, data]);
}
