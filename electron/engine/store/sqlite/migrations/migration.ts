// One step of the schema: the version it brings a workspace to, and the statements that do it.
export interface Migration {
  readonly version: number;
  readonly up: string;
}
