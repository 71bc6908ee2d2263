// Words of a chart's document that the window needs too: it has no schemas.

export const noteShapes = ["note", "card", "frame", "arrow", "comment"] as const;
export type NoteShape = (typeof noteShapes)[number];

/** 4×4: source A–D by information 1–4. 5×5×5: source A–E, information 1–5, handling 1–5. */
export const gradeSchemes = ["4x4", "5x5x5"] as const;

export const plainArrangement = { combined: false, condensed: false, leafless: false, focus: [] as string[], looks: null };

/** Heads the ids of links and the keys of entities that were drawn by hand; no normalised key begins with it. */
export const draftMark = "✎";

/** Evidence and what was drawn by hand: no fact of the store says it again. */
export const isCarried = (link: { readonly id: string; readonly kind: string }): boolean =>
  link.kind === "evidence" || link.id.startsWith(draftMark);
