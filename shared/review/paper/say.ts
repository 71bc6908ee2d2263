// A sentence of the catalogue, as both shells and the engine hand it to what is printed.
export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;
