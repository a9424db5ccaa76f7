import { useEffect, useState } from 'react';
import { dayOfInstant, formatClock } from '../../../format/days.ts';

/** The day, YYYY-MM-DD, and the time, HH:MM, of this machine's clock. */
export const nowHere = (): { day: string; time: string } => {
  const instant = new Date().toISOString();
  return { day: dayOfInstant(instant), time: formatClock(instant) };
};

/** The day and time of this machine's clock, to the minute: what is said at a meeting is said now. */
export function useClock(): { day: string; time: string } {
  const [now, setNow] = useState(nowHere);
  useEffect(() => {
    const timer = window.setInterval(() => {
      const next = nowHere();
      setNow((last) => (last.day === next.day && last.time === next.time ? last : next));
    }, 5_000);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
