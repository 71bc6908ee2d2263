// The tab of standard addresses: the desk of written ones, or one standard address with who is there.
import type { AddressPlace } from "../../../state/addresses.ts";
import { AddressDesk } from "./AddressDesk.tsx";
import { AddressPage } from "./AddressPage.tsx";
import "../../placeLists.css";
import "./address.css";

export function AddressView({ at }: { readonly at: AddressPlace }) {
  return at.page === "show" ? <AddressPage place={at.place} /> : <AddressDesk place={at.place} />;
}
