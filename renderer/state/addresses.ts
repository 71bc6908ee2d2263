// Standard addresses on screen: which pile is listed, which written or standard address is open, how a judgement is kept.
import { create } from "zustand";
import type { addressPiles } from "../../shared/resolve/addressCalls.ts";
import { engine } from "../rpc/engine.ts";
import { runJob, useJobs } from "./jobs.ts";
import { goTo } from "./navigation.ts";
import { tell } from "./toasts.ts";

// State

export type AddressPile = (typeof addressPiles)[number];

export interface AddressState {
  readonly pile: AddressPile;
  readonly words: string;
  readonly limit: number;
}

const pageSize = 100;
const mostListed = 500;

export const useAddresses = create<AddressState>(() => ({ pile: "doubtful", words: "", limit: pageSize }));

/** In the background or by hand. */
export const useIsMatching = (): boolean =>
  useJobs(({ jobs }) => jobs.some(({ state, title }) => state === "running" && title === "resolve.address.job"));

// Producers

/** Behind the view's name: `address` the desk, `address/place:…` one written address, `address/show/place:…` one standard address, `address/near` the
 * one that is nearest to a point. */
export type AddressPlace = { readonly page: "desk" | "show"; readonly place: string } | { readonly page: "near" };

export function parseAddressPlace(subject: string): AddressPlace | null {
  if (subject !== "address" && !subject.startsWith("address/")) return null;
  const rest = subject.slice("address/".length);
  if (rest === "near") return { page: "near" };
  return rest.startsWith("show/") ? { page: "show", place: rest.slice("show/".length) } : { page: "desk", place: rest };
}

/** `112.2288,29.0974`, also with a Chinese comma, a blank or degree signs; null where it is no longitude and latitude. */
export function readPoint(typed: string): { readonly longitude: number; readonly latitude: number } | null {
  const [, x, y] = /^\s*(-?\d+(?:\.\d+)?)°?[\s,，、;；]+(-?\d+(?:\.\d+)?)°?\s*$/.exec(typed) ?? [];
  const [longitude, latitude] = [Number(x), Number(y)];
  return x !== undefined && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? { longitude, latitude } : null;
}

// Actions

export const showPile = (pile: AddressPile): void => {
  useAddresses.setState({ pile, limit: pageSize });
  goTo("resolve", "address");
};
export const findWritten = (words: string): void => useAddresses.setState({ words, limit: pageSize });
export const showMoreAddresses = (): void => useAddresses.setState(({ limit }) => ({ limit: Math.min(mostListed, limit + pageSize) }));
export const openWritten = (place: string): void => goTo("resolve", `address/${place}`);
export const openNearest = (): void => goTo("resolve", "address/near");
export const openStandard = (place: string): void => goTo("resolve", `address/show/${place}`);

/** `standard` null: none of them. */
export async function judgeAddress(place: string, standard: string | null, reason: string): Promise<void> {
  const verdict = standard === null ? "reject" : "confirm";
  await engine.call("review.recordDecision", { subject: "address", a: place, b: standard ?? "none", verdict, reason });
  tell(standard === null ? "resolve.address.toastNone" : "resolve.address.toastTaken");
}

export async function matchAddresses(): Promise<void> {
  await runJob("resolve.matchAddresses", {}, { title: "resolve.address.job", place: { view: "resolve", subject: "address" } });
}
