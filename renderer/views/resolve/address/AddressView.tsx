// The tab of standard addresses: the desk of written ones, one standard address with who is there, or the nearest to a point.
import type { AddressPlace } from "../../../state/addresses.ts";
import { AddressDesk } from "./AddressDesk.tsx";
import { AddressPage } from "./AddressPage.tsx";
import { NearestPage } from "./NearestPage.tsx";
import "../../placeLists.css";
import "./address.css";

export function AddressView({ at }: { readonly at: AddressPlace }) {
  if (at.page === "near") return <NearestPage />;
  return at.page === "show" ? <AddressPage place={at.place} /> : <AddressDesk place={at.place} />;
}
