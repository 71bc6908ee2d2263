// The inner loops of the two layout packages, which their own types leave out.
// biome-ignore-all lint/style/noDefaultExport: the packages export their loop as the module itself
declare module "graphology-layout-forceatlas2/iterate.js" {
  interface ForceSettings {
    readonly linLogMode: boolean;
    readonly outboundAttractionDistribution: boolean;
    readonly adjustSizes: boolean;
    readonly edgeWeightInfluence: number;
    readonly scalingRatio: number;
    readonly strongGravityMode: boolean;
    readonly gravity: number;
    readonly slowDown: number;
    readonly barnesHutOptimize: boolean;
    readonly barnesHutTheta: number;
  }
  export default function iterate(settings: ForceSettings, nodes: Float32Array, links: Float32Array): unknown;
}
declare module "graphology-layout-noverlap/iterate.js" {
  interface SeparateSettings {
    readonly gridSize: number;
    readonly margin: number;
    readonly expansion: number;
    readonly ratio: number;
    readonly speed: number;
  }
  export default function iterate(settings: SeparateSettings, nodes: Float32Array): { readonly converged: boolean };
}
