// Stays and cafés (住宿上网): a person, a place or a night, and who was there with whom; without any, what there is to choose from.
import type { TracePageProps } from "../page.ts";
import { StaysAbout } from "./StaysAbout.tsx";
import { StaysStart } from "./StaysStart.tsx";
import { type StayQuestion, useStays } from "./staysState.ts";
import "../../placeLists.css";
import "./stays.css";

/** `person:…`, `place:…` or `night:2026-05-01`, and a night to narrow the first two. */
function questionOf(about: readonly string[]): StayQuestion | null {
  const of = (head: string) => about.find((ref) => ref.startsWith(head)) ?? null;
  const [person, place, night] = [of("person:"), of("place:"), of("night:")];
  if (person === null && place === null && night === null) return null;
  return { person, place: person === null ? place : null, day: night?.slice("night:".length) ?? null };
}

export function StaysPage({ about }: TracePageProps) {
  const question = questionOf(about);
  const mode = useStays((state) => state.mode);
  return question === null ? <StaysStart /> : <StaysAbout question={question} mode={mode} />;
}
