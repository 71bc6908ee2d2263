// The stages in pipeline order: menus, command-line help and the layers test derive from this list.

export const stages = ["import", "resolve", "link", "group", "trace", "chart", "review"] as const;

export type Stage = (typeof stages)[number];

/** Parts of the review whose calls go by their own word: the daily work is done in them by name. */
export const reviewParts = ["assess", "task", "statistics", "brief"] as const;
