// The lasso: while its tool is on, a drawn loop selects what lies inside.
import type { Core } from "cytoscape";
import { type PointerEvent, useState } from "react";
import { useChart } from "../../state/chart.ts";

type Point = readonly [number, number];

/** Even-odd rule: a ray to the right crosses the loop an odd number of times. */
export function isInside(loop: readonly Point[], x: number, y: number): boolean {
  return loop.reduce((inside, [ax, ay], i) => {
    const [bx, by] = loop[(i + 1) % loop.length]!;
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return crosses ? !inside : inside;
  }, false);
}

export function Lasso({ cy }: { readonly cy: Core }) {
  const tool = useChart((state) => state.tool);
  const [loop, setLoop] = useState<readonly Point[]>([]);
  if (tool !== "lasso") return null;
  const pointOf = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const finish = () => {
    cy.batch(() => {
      cy.elements(":selected").unselect();
      cy.nodes().forEach((node) => {
        const { x, y } = node.renderedPosition();
        if (isInside(loop, x, y)) node.select();
      });
    });
    setLoop([]);
    useChart.setState({ tool: "select" });
  };
  return (
    <svg
      className="cw-chart-lasso"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setLoop([pointOf(event)]);
      }}
      onPointerMove={(event) => {
        const point = pointOf(event);
        if (event.buttons === 1) setLoop((old) => [...old, point]);
      }}
      onPointerUp={finish}
    >
      <polygon points={loop.map((point) => point.join(",")).join(" ")} />
    </svg>
  );
}
