// What a number can be in a case, as far as tracing cares.

/** Roles of the side that is looked for. */
export const suspectRoles: readonly string[] = ["suspect", "offender", "lure"];

/** A number may be a suspect's in one case and a victim's in another: the heavier word is shown. */
export const rolesByWeight: readonly string[] = [...suspectRoles, "victim", "mentioned"];
