import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { ProposedDate } from '#shared/contract/cycles.ts';
import { addDays, daysBetween, weekdayNames, weekdayOf } from '#shared/domain/dates.ts';
import { isWeekend } from '#shared/domain/free-days.ts';
import { Check } from '../../components/choices.tsx';
import { formatDay } from '../../format/days.ts';
import { useToday } from '../../shell/register-state.ts';
import { noDay, typedDay } from '../people/people-words.ts';

type Line = {
  readonly proposed: ProposedDate;
  readonly words: string;
  /** Null until they are typed: then they keep their distance from the meeting. */
  readonly papers: string | null;
  readonly isKept: boolean;
};

/** The proposed dates as the officer changes them. */
export function useDates(meetings: readonly ProposedDate[]) {
  const [lines, setLines] = useState<readonly Line[]>(() =>
    meetings.map((proposed) => ({
      proposed,
      words: formatDay(proposed.on),
      papers: null,
      isKept: true,
    })),
  );
  const change = (at: number, patch: Partial<Line>) =>
    setLines((all) => all.map((line, index) => (index === at ? { ...line, ...patch } : line)));
  const chosen = lines.filter(({ isKept }) => isKept);
  const kept = chosen.flatMap((line) => {
    const { proposed, words } = line;
    const [on, papersOn] = [typedDay(words), typedDay(papersOf(line))];
    return on && papersOn !== undefined ? [{ group: proposed.group, on, papersOn }] : [];
  });
  const days = kept.map(({ on }) => on);
  return {
    lines,
    change,
    kept,
    wrong: chosen.length - kept.length,
    /** A day that two of them have. */
    twice: days.find((day, at) => days.indexOf(day) !== at) ?? null,
  };
}

/** The words of the day of the papers: as typed, else as far before the meeting as proposed, and never at a weekend. */
function papersOf({ proposed, words, papers }: Line): string {
  if (papers !== null || proposed.papersOn === null) return papers ?? '';
  const on = typedDay(words);
  if (!on) return formatDay(proposed.papersOn);
  let day = addDays(proposed.papersOn, daysBetween(proposed.on, on));
  while (on !== proposed.on && isWeekend(day)) day = addDays(day, -1);
  return formatDay(day);
}

type Dates = ReturnType<typeof useDates>;

/** Each date with its weekday, why it is not the day asked for, and when its papers are due; each can be changed. */
export function ProposedDates({ dates, papers }: { dates: Dates; papers: string | null }) {
  const today = useToday();
  const hasGroups = dates.lines.some(({ proposed }) => proposed.group !== null);
  return (
    <div className="bd-scroll">
      <table className="bd-dates">
        <caption className="vh">Proposed dates</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Take it</span>
            </th>
            {hasGroups ? <th scope="col">For</th> : null}
            <th scope="col">Date</th>
            <th scope="col">Papers{papers ? `, ${papers}` : ''}</th>
            <th scope="col">Why this day</th>
          </tr>
        </thead>
        <tbody>
          {dates.lines.map((line, at) => {
            const { proposed, words, isKept } = line;
            const due = papersOf(line);
            const name = [proposed.group, proposed.slot].filter(Boolean).join(', ');
            const on = typedDay(words);
            return (
              <tr key={`${proposed.group} ${proposed.on}`}>
                <td>
                  <Check isSelected={isKept} onChange={(value) => dates.change(at, { isKept: value })}>
                    <span className="vh">Take {name}</span>
                  </Check>
                </td>
                {hasGroups ? <td>{proposed.group}</td> : null}
                <td>
                  <DayField
                    label={`Date, ${name}`}
                    value={words}
                    onChange={(value) => dates.change(at, { words: value })}
                  />
                  <p className="sm q2">
                    {on ? `${weekdayNames[weekdayOf(on)]}, ${proposed.slot}` : noDay(words, today)}
                  </p>
                </td>
                <td>
                  <DayField
                    label={`Papers, ${name}`}
                    value={due}
                    onChange={(value) => dates.change(at, { papers: value })}
                  />
                  {typedDay(due) === undefined ? <p className="sm">{noDay(due, today)}</p> : null}
                </td>
                <td className="sm">{on === proposed.on ? whyOf(proposed) : 'Chosen by hand'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const whyOf = ({ moved, papersMoved }: ProposedDate): string =>
  [moved ?? 'As asked', papersMoved ? `Papers earlier: ${papersMoved}.` : null].filter(Boolean).join(' ');

function DayField(props: { label: string; value: string; onChange: (words: string) => void }) {
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isInvalid={typedDay(props.value) === undefined}
      validationBehavior="aria"
    >
      <Label className="vh">{props.label}</Label>
      <Input />
    </TextField>
  );
}
