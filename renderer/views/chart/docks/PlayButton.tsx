// Plays the chart through its time: the shared window grows, what is new in it is lit, what was stays as its trail. Stopping gives the window back.
import { useEffect, useRef, useState } from "react";
import { freshIn, playFrames } from "../../../../shared/chart/playTime.ts";
import type { Timeline } from "../../../../shared/chart/timeline.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, IconButton } from "../../../parts/index.ts";
import { useChart } from "../../../state/chart.ts";
import { changeTimeWindow, type TimeWindow, useSelection } from "../../../state/selection.ts";

const mostFrames = 60;
const speeds = [900, 450, 200] as const;

export function PlayButton({ timeline }: { readonly timeline: Timeline }) {
  const t = useWords();
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const before = useRef<TimeWindow | null>(null);
  const frame = useRef(0);
  useEffect(() => {
    if (!isPlaying) return;
    const frames = playFrames(timeline, mostFrames);
    const timer = setInterval(() => {
      const next = frames[frame.current % frames.length]!;
      frame.current += 1;
      changeTimeWindow({ from: next.from, until: next.until });
      useChart.setState(({ chart }) => ({ found: freshIn(chart.model, next) }));
      if (frame.current >= frames.length) setPlaying(false);
    }, speeds[speed]);
    return () => clearInterval(timer);
  }, [isPlaying, timeline, speed]);
  const toggle = () => {
    if (!isPlaying && before.current === null) {
      before.current = useSelection.getState().timeWindow;
      frame.current = 0;
    }
    setPlaying(!isPlaying);
  };
  const stop = () => {
    setPlaying(false);
    changeTimeWindow(before.current ?? { from: null, until: null });
    useChart.setState({ found: new Set() });
    before.current = null;
  };
  return (
    <>
      <IconButton
        icon={isPlaying ? "playerPause" : "playerPlay"}
        label={isPlaying ? t("chart.play.pause") : t("chart.play.start")}
        onClick={toggle}
      />
      <Button small tone="text" onClick={() => setSpeed((speed + 1) % speeds.length)} title={t("chart.play.speed")}>
        {t("chart.play.times", { n: ["½", "1", "2"][speed] })}
      </Button>
      {before.current !== null && (
        <Button small tone="text" onClick={stop}>
          {t("chart.play.stop")}
        </Button>
      )}
    </>
  );
}
