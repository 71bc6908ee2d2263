// What a masked window was shown and sends back unchanged is not stored as stars.
import type { WriteContext } from "../handler.ts";

export const meant = (given: string | undefined, stood: string, { show }: Pick<WriteContext, "show">): string =>
  given === undefined || (given !== stood && given === show.text(stood)) ? stood : given;
