import { useState } from 'react';
import type { Body } from '#shared/contract/meeting-records.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { RadioChoices } from '../../components/choices.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { noDay, typedDay } from '../people/people-words.ts';
import { cycleReading, linesOf, noNumber, noTime, typedNumber, typedTime } from './body-words.ts';
import { KeptField } from './kept-field.tsx';
import { useBodyEdit } from './use-body-edit.ts';

const number = (words: string): string | null => (typedNumber(words) === undefined ? noNumber(words) : null);

/** How often, where and when it usually meets, its quorum, and when papers are due. */
export function BodyMeets({ body }: { body: Body }) {
  const edit = useBodyEdit(body.id);
  const today = useToday();
  const [cycle, setCycle] = useState(body.cycle ?? '');
  return (
    <div className="bd-fields">
      <KeptField
        label="How often it meets"
        // What a document brought may be several lines.
        lines={body.cycle?.includes('\n') ? 4 : 1}
        value={body.cycle ?? ''}
        help={cycleReading(cycle)}
        onType={setCycle}
        onKeep={(words) => edit({ cycle: words || null })}
      />
      <KeptField
        label="Clusters, one a line"
        lines={2}
        value={(body.groups ?? []).join('\n')}
        help="Where it meets with each of them apart."
        onKeep={(words) => edit({ groups: linesOf(words) })}
      />
      <KeptField
        label="Usual place"
        value={body.usualPlace ?? ''}
        onKeep={(words) => edit({ usualPlace: words || null })}
      />
      <KeptField
        label="Usually begins at"
        value={body.usualStart ?? ''}
        check={(words) => (typedTime(words) === undefined ? noTime(words) : null)}
        onKeep={(words) => edit({ usualStart: typedTime(words) ?? null })}
      />
      <KeptField
        label="Usual length in minutes"
        value={String(body.usualMinutes ?? '')}
        check={number}
        onKeep={(words) => edit({ usualMinutes: typedNumber(words) ?? null })}
      />
      <KeptField
        label="Quorum"
        value={String(body.quorum ?? '')}
        check={number}
        help="How many members must be present."
        onKeep={(words) => edit({ quorum: typedNumber(words) ?? null })}
      />
      <KeptField
        label="Papers are due so many days before"
        value={String(body.papersDays ?? '')}
        check={number}
        onKeep={(words) => edit({ papersDays: typedNumber(words) ?? null })}
      />
      <RadioChoices
        label="Counted in"
        inline
        value={body.papersUnit ?? 'days'}
        onChange={(unit) => {
          edit({ papersUnit: unit === 'working-days' ? unit : null }).catch((error: unknown) =>
            say(wireErrorOf(error).message),
          );
        }}
        choices={[
          { id: 'days', text: 'Days' },
          { id: 'working-days', text: 'Working days' },
        ]}
      />
      <KeptField
        label="Meets no more since"
        value={body.endedOn ? formatDay(body.endedOn) : ''}
        check={(words) => (typedDay(words) === undefined ? noDay(words, today) : null)}
        onKeep={(words) => edit({ endedOn: typedDay(words) ?? null })}
      />
    </div>
  );
}
