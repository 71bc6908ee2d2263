// A view that fails takes neither the frame nor the others with it.
import { Component, type ReactNode } from "react";
import { toWire, type WireError } from "../../shared/errors.ts";
import { ErrorPanel, Panel } from "../parts/index.ts";

interface BoundaryState {
  readonly error: WireError | null;
}

export class ViewBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: toWire(error) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="cw-page">
        <Panel>
          <ErrorPanel error={error} onRetry={() => this.setState({ error: null })} />
        </Panel>
      </div>
    );
  }
}
