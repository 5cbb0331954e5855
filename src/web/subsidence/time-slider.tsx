import { useEffect, useId, useState } from 'react';
import { useSpeak } from '../language.js';

/** Milliseconds from date to date. */
const pace = 700;

interface TimeSliderProps {
  readonly dates: readonly string[];
  readonly date: string;
  readonly onDate: (date: string) => void;
}

/** The dates as a slider for hand and keys, and a button that goes through them. */
export function TimeSlider({ dates, date, onDate }: TimeSliderProps) {
  const { w } = useSpeak();
  const id = useId();
  const [playing, setPlaying] = useState(false);
  const at = Math.max(0, dates.indexOf(date));
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      // Whoever moved the slider to the end has ended it too.
      if (at + 2 >= dates.length) setPlaying(false);
      if (at + 1 < dates.length) onDate(dates[at + 1] as string);
    }, pace);
    return () => clearTimeout(timer);
  }, [playing, at, dates, onDate]);
  const play = () => {
    if (!playing && at === dates.length - 1) onDate(dates[0] as string);
    setPlaying(!playing);
  };
  return (
    <div className="ground-time">
      <button type="button" className="plain" onClick={play} aria-pressed={playing}>
        {w(playing ? 'groundPause' : 'groundPlay')}
      </button>
      <label htmlFor={id}>{w('groundTime')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={dates.length - 1}
        step={1}
        value={at}
        aria-valuetext={date}
        onChange={(event) => onDate(dates[Number(event.target.value)] as string)}
      />
      <output htmlFor={id}>{date}</output>
    </div>
  );
}
