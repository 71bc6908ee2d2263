// Plays the map through time: a slider from the first to the last moment, and a button that moves it.
import { useEffect } from "react";
import { useWords } from "../../../i18n/index.ts";
import { formatTime, IconButton } from "../../../parts/index.ts";

export interface PlaybackProps {
  /** Milliseconds since 1970. */
  readonly period: { readonly from: number; readonly until: number };
  /** null: all of it, not playing. */
  readonly moment: number | null;
  readonly isPlaying: boolean;
  readonly onMoment: (moment: number | null) => void;
  readonly onPlay: (isPlaying: boolean) => void;
}

/** The whole takes about twenty seconds, whatever its length. */
const steps = 200;
const stepMilliseconds = 100;

export function Playback({ period: { from, until }, moment, isPlaying, onMoment, onPlay }: PlaybackProps) {
  const t = useWords();
  const step = Math.max(1, (until - from) / steps);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      const next = (moment ?? from) + step;
      onMoment(next >= until ? null : next);
      if (next >= until) onPlay(false);
    }, stepMilliseconds);
    return () => clearTimeout(timer);
  }, [isPlaying, moment, from, until, step, onMoment, onPlay]);
  const shown = moment ?? until;
  return (
    <div className="cw-playback">
      <IconButton
        icon={isPlaying ? "playerPause" : "playerPlay"}
        label={t(isPlaying ? "trace.map.pause" : "trace.map.play")}
        onClick={() => {
          if (!isPlaying && moment === null) onMoment(from);
          onPlay(!isPlaying);
        }}
      />
      <input
        type="range"
        aria-label={t("trace.map.moment")}
        aria-valuetext={formatTime(shown)}
        min={from}
        max={until}
        step={step}
        value={shown}
        onChange={(event) => onMoment(Number(event.target.value) >= until ? null : Number(event.target.value))}
      />
      <span className="cw-number cw-small">{formatTime(shown)}</span>
    </div>
  );
}
