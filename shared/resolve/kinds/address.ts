// Chinese addresses by level: the finest level on which two agree before they differ; levels that one of the two leaves out are passed over.
import { type Address, type AddressPart, cleanAddressText, compareAddresses, readAddress } from "../../import/kinds/address.ts";
import { textSimilarity } from "../textSimilarity.ts";
import { exactAtom, type FieldKind, type Value } from "./kind.ts";

const levels = ["exact", "same-room", "same-house", "same-road", "same-district", "same-city", "else"];

const levelOf: Readonly<Record<AddressPart, number>> = {
  room: 1,
  unit: 2,
  building: 2,
  estate: 2,
  number: 2,
  road: 3,
  village: 3,
  town: 4,
  district: 4,
  city: 5,
  province: 5,
};

const closeText = 0.88;

/** True for what is written as an address: two levels at least. */
export const isAddress = (text: string): boolean => /\p{Script=Han}/u.test(text) && Object.keys(readAddress(text)).length >= 2;

export function makeAddressKind(): FieldKind {
  const known = new Map<Value, Address>();
  const partsOf = (value: Value): Address => {
    const parts = known.get(value) ?? readAddress(value.compact);
    known.set(value, parts);
    return parts;
  };
  const fine = ({ road, village, number }: Address) => (road ?? village ?? "") + (number ?? "");
  return {
    id: "address",
    levels,
    startM: [0.5, 0.12, 0.13, 0.07, 0.05, 0.04, 0.09],
    prepare: (text) => cleanAddressText(text) || text,
    compare(a, b) {
      const { agreed, differs } = compareAddresses(partsOf(a), partsOf(b));
      // A house alike in number on another road agrees on nothing that counts; a number that differs leaves the road.
      const level = agreed === null ? 6 : levelOf[agreed];
      if (level <= 2 && differs === null) return level;
      if (textSimilarity(a, b, closeText) >= closeText && differs === null) return 2;
      return agreed === null ? 6 : Math.max(level, 2);
    },
    atoms: [
      exactAtom(7),
      { id: "house", keyOf: (value) => fine(partsOf(value)), agreement: [1, 0.95, 0.9, 0.1, 0, 0, 0] },
      { id: "end", keyOf: ({ compact }) => compact.slice(-5), agreement: [1, 0.9, 0.3, 0.05, 0.02, 0.02, 0.01] },
    ],
  };
}
