// Alerts and watches: where the page stands, what can be done with one, and the tone that new alerts make.
import type { AlertState } from "../../shared/model/alert.ts";
import type { Input } from "../../shared/rpc/contract.ts";
import { words } from "../i18n/index.ts";
import { engine } from "../rpc/engine.ts";
import { goTo } from "./navigation.ts";
import { usePreferences } from "./preferences.ts";
import { reportError, tell } from "./toasts.ts";

/** Subject of the review page: `watch` its alerts, `watch/list` what is watched, `watch/12` one alert. */
export type WatchPlace = { readonly page: "alerts"; readonly alert: number | null } | { readonly page: "watches" };

// Producers

/** What stands behind `watch/` in the address. */
export function parseWatchPlace(about: string): WatchPlace {
  if (about === "list") return { page: "watches" };
  return { page: "alerts", alert: /^\d+$/.test(about) ? Number(about) : null };
}

/** Whether an hour of the day lies in quiet hours that may run over midnight; equal ends: there are none. */
export function isQuiet(hour: number, from: number, until: number): boolean {
  if (from === until) return false;
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}

// Actions

export const openAlerts = (alert: number | null = null): void => goTo("review", alert === null ? "watch" : `watch/${alert}`);
export const openWatches = (): void => goTo("review", "watch/list");

export async function addWatch(watch: Input<"review.addWatch">): Promise<void> {
  const { label } = await engine.call("review.addWatch", watch);
  tell("watch.toast.added", { label });
}

/** Everyone of a list; what was added can be taken back in one step. */
export async function addWatches(asked: Input<"review.addWatches">): Promise<void> {
  const { added, known, repeated } = await engine.call("review.addWatches", asked);
  const undo = () =>
    void engine.call("review.removeWatches", { watches: [...added], reason: words.t("watch.many.takenBack") }).catch(reportError);
  tell("watch.toast.many", { added: added.length, known: known.length, repeated }, added.length === 0 ? null : undo);
}

export async function endWatch(watch: string, label: string, reason: string): Promise<void> {
  await engine.call("review.removeWatch", { watch, reason });
  tell("watch.toast.ended", { label });
}

export async function markAlerts(alerts: readonly number[], state: AlertState, reason = ""): Promise<void> {
  await engine.call("review.markAlerts", { alerts: [...alerts], state, reason });
  if (state !== "seen") tell("watch.toast.marked");
}

const toneHertz = 880;
const toneSeconds = 0.25;

/** One soft tone, unless it is switched off or the hour is quiet. A browser that lets no page sound before a click stays silent. */
export function soundAlert(now: Date): void {
  const { hasSound, quietFrom, quietUntil } = usePreferences.getState();
  if (!hasSound || isQuiet(now.getHours(), quietFrom, quietUntil) || typeof AudioContext === "undefined") return;
  const audio = new AudioContext();
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = toneHertz;
  volume.gain.setValueAtTime(0.08, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + toneSeconds);
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start();
  tone.stop(audio.currentTime + toneSeconds);
}
