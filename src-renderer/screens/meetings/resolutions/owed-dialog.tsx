import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwedReportShown } from '#shared/contract/resolutions.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field } from '../../../components/field.tsx';
import { Problem } from '../../../components/notices.tsx';
import { Select } from '../../../components/select.tsx';
import { formatDay, formatWeekday } from '../../../format/days.ts';
import { say } from '../../../shell/foot.tsx';
import { PersonField } from '../../checks/person-field.tsx';
import { dayOf, wrongDay } from '../../plans/update-fields.tsx';
import { useBodyChoices } from '../list/use-body-choices.ts';

/** A report that is owed again and again: standing practice, or what a resolution asked for. */
export function OwedDialog({ shown, onClose }: { shown: OwedReportShown | null; onClose: () => void }) {
  const trpc = useTRPC();
  const bodies = useBodyChoices();
  const report = shown?.report ?? null;
  const [title, setTitle] = useState(report?.title ?? '');
  const [every, setEvery] = useState(report?.every ?? '');
  const [next, setNext] = useState(report?.nextOn ? formatDay(report.nextOn) : '');
  const [officer, setOfficer] = useState(report?.officer?.text ?? '');
  const [toBody, setToBody] = useState(report?.toBodyId ?? 'all');
  const [tried, setTried] = useState(false);
  const done = (sentence: string) => ({
    onSuccess: () => {
      say(`${sentence} Undo takes it back.`);
      onClose();
    },
  });
  const add = useMutation(trpc.owedReports.add.mutationOptions(done('The report is added.')));
  const edit = useMutation(trpc.owedReports.edit.mutationOptions(done('The report is changed.')));
  const remove = useMutation(trpc.owedReports.remove.mutationOptions(done('The report is taken out.')));
  const wrong = {
    title: title.trim() === '' ? 'Say what the report is called.' : null,
    every: every.trim() === '' ? 'Say how often: quarterly, to each meeting, once.' : null,
    next: wrongDay(next, '2011-01-13'),
  };
  const save = () => {
    setTried(true);
    if (Object.values(wrong).some((one) => one !== null)) return;
    const fields = {
      title: title.trim(),
      every: every.trim(),
      nextOn: dayOf(next),
      officer: officer.trim() === '' ? null : officer.trim(),
      toBodyId: toBody === 'all' ? null : toBody,
    };
    if (report) edit.mutate({ owedReportId: report.id, ...fields });
    else add.mutate({ resolutionId: null, ...fields });
  };
  const failed = add.error ?? edit.error ?? remove.error;
  return (
    <Dialog
      title={report ? 'Report owed' : 'Add a report'}
      isOpen
      onClose={onClose}
      acts={
        <>
          {report ? (
            <Button look="quiet" onPress={() => remove.mutate({ owedReportId: report.id })}>
              Take the report out
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save}>
            {report ? 'Save the report' : 'Add the report'}
          </Button>
        </>
      }
    >
      <form
        className="ml-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label="Report"
          value={title}
          onChange={setTitle}
          wrong={tried ? wrong.title : null}
          autoFocus
        />
        <div className="ml-pair">
          <Field
            label="How often"
            value={every}
            onChange={setEvery}
            wrong={tried ? wrong.every : null}
            help="quarterly, to each meeting, twice a year"
          />
          <Field
            label="Owed next by"
            value={next}
            onChange={setNext}
            wrong={tried ? wrong.next : null}
            help={dayOf(next) ? formatWeekday(dayOf(next) ?? '') : 'Left empty nothing more is owed'}
          />
        </div>
        <div className="ml-pair">
          <PersonField label="Officer" value={officer} onChange={setOfficer} />
          <Select
            label="To"
            value={toBody}
            choices={bodies.map((one) => (one.id === 'all' ? { ...one, text: 'No body' } : one))}
            onChange={setToBody}
          />
        </div>
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        {failed ? <Problem title="The report was not saved.">{wireErrorOf(failed).message}</Problem> : null}
      </form>
    </Dialog>
  );
}
