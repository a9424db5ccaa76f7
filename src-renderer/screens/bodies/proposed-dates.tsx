import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { ProposedDate } from '#shared/contract/cycles.ts';
import { weekdayNames, weekdayOf } from '#shared/domain/dates.ts';
import { Check } from '../../components/choices.tsx';
import { formatDay } from '../../format/days.ts';
import { useToday } from '../../shell/register-state.ts';
import { noDay, typedDay } from '../people/people-words.ts';

type Line = {
  readonly proposed: ProposedDate;
  readonly words: string;
  readonly papers: string;
  readonly isKept: boolean;
};

/** The proposed dates as the officer changes them. */
export function useDates(meetings: readonly ProposedDate[]) {
  const [lines, setLines] = useState<readonly Line[]>(() =>
    meetings.map((proposed) => ({
      proposed,
      words: formatDay(proposed.on),
      papers: proposed.papersOn ? formatDay(proposed.papersOn) : '',
      isKept: true,
    })),
  );
  const change = (at: number, patch: Partial<Line>) =>
    setLines((all) => all.map((line, index) => (index === at ? { ...line, ...patch } : line)));
  const chosen = lines.filter(({ isKept }) => isKept);
  const kept = chosen.flatMap(({ proposed, words, papers }) => {
    const [on, papersOn] = [typedDay(words), typedDay(papers)];
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

type Dates = ReturnType<typeof useDates>;

/** Each date with its weekday, why it is not the day asked for, and when its papers are due; each can be changed. */
export function ProposedDates({ dates, papers }: { dates: Dates; papers: string | null }) {
  const today = useToday();
  const hasGroups = dates.lines.some(({ proposed }) => proposed.group !== null);
  return (
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
        {dates.lines.map(({ proposed, words, papers: due, isKept }, at) => {
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
