import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormDetail, RoundField } from '#shared/contract/rounds.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Status } from '../../components/status.tsx';
import { WordChange } from '../../components/word-change.tsx';
import { dayOfInstant, formatDay } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { Conflict } from './conflict.tsx';
import { groupsOf } from './round-words.ts';

/** One lead's form: what is to be decided, what was merged, what stood outside the cells. */
export function FormSide({ formId, today }: { formId: string; today: string }) {
  const trpc = useTRPC();
  const form = useQuery(trpc.rounds.form.queryOptions({ formId }));
  return (
    <QueryState query={form} what="The form">
      {(detail) => <Detail detail={detail} today={today} />}
    </QueryState>
  );
}

function Detail({ detail, today }: { detail: FormDetail; today: string }) {
  const { lead, fields, outside } = detail;
  const groups = groupsOf(fields);
  const merged = fields.filter(({ verdict }) => verdict === 'taken');
  return (
    <>
      <header className="rd-head">
        <h2>{lead.name}</h2>
        <p className="sm q2">{aboutForm(detail)}</p>
        {lead.state === 'sent' ? <NotReturned detail={detail} /> : null}
      </header>
      {groups.map((group) => (
        <Conflict key={group.id} group={group} detail={detail} today={today} />
      ))}
      {merged.length > 0 ? (
        <section className="rd-merged" aria-label="Merged">
          <h3>
            Merged{' '}
            <span className="q2 sm">
              {count(merged.length, 'field')} of this form {merged.length === 1 ? 'stands' : 'stand'} in the
              register
            </span>
          </h3>
          <MergedTable fields={merged} />
        </section>
      ) : null}
      {outside.length > 0 ? (
        <section className="rd-merged" aria-label="Outside the cells">
          <h3>
            Outside the cells{' '}
            <span className="q2 sm">{count(outside.length, 'piece')} of words, kept in the tray</span>
          </h3>
          <ul className="rd-outside">
            {outside.map(({ trayId, where, text, why }) => (
              <li key={trayId}>
                <p>{text}</p>
                <p className="sm q2">
                  {where}. {why}
                </p>
              </li>
            ))}
          </ul>
          <Link to="/import" search={{ tray: 'all' }} className="hit">
            Work off the tray
          </Link>
        </section>
      ) : null}
    </>
  );
}

function aboutForm({ lead, file, filledOn, sentAt }: FormDetail): string {
  const to = lead.addresses.length > 0 ? ` to ${lead.addresses.join(', ')}` : ', no e-mail address known';
  if (!file) return `Sent ${formatDay(dayOfInstant(sentAt))}${to}. Nothing has come back.`;
  const day = lead.returnedAt ? `, returned ${formatDay(dayOfInstant(lead.returnedAt))}` : '';
  const dated = filledOn ? `, filled in on ${formatDay(filledOn)}` : '';
  const decide = lead.toDecide > 0 ? `, ${lead.toDecide} to decide` : '';
  const confirm = lead.toConfirm > 0 ? `, ${count(lead.toConfirm, 'new date')} to confirm` : '';
  const sums = `${count(lead.changed, 'field')} changed: ${lead.settled} merged${decide}${confirm}.`;
  return `${file}${day}${dated}. ${sums}`;
}

function NotReturned({ detail }: { detail: FormDetail }) {
  const trpc = useTRPC();
  const { lead, round } = detail;
  const give = ({ files }: { files: Parameters<typeof saveFile>[0][] }) => {
    for (const file of files) saveFile(file);
    say(`Saved ${files.map(({ name }) => name).join(', ')}`);
  };
  const remind = useMutation(trpc.rounds.remind.mutationOptions({ onSuccess: give }));
  const files = useMutation(
    trpc.rounds.files.mutationOptions({ meta: { invalidates: 'none' }, onSuccess: give }),
  );
  const renew = useMutation(
    trpc.rounds.renew.mutationOptions({ onSuccess: () => say(`New form for ${lead.name}: save its draft.`) }),
  );
  const wish = { roundId: round.id, formIds: [lead.formId] };
  const failed = [remind, files, renew].find(({ isError }) => isError);
  return (
    <>
      <p className="acts">
        <Button onPress={() => remind.mutate(wish)}>Draft a reminder</Button>
        <Button onPress={() => files.mutate(wish)}>Save the draft</Button>
        <Button onPress={() => files.mutate({ ...wish, form: 'docx' })}>As a Word form</Button>
        <Button onPress={() => renew.mutate({ formId: lead.formId })}>Make the form anew</Button>
      </p>
      {failed ? <Problem title="That did not succeed." error={failed.error} /> : null}
    </>
  );
}

/** What only the lead had changed: as it was sent, and as it stands. */
export function MergedTable({ fields }: { fields: readonly RoundField[] }) {
  return (
    <table className="rd-mt">
      <colgroup>
        <col className="rd-ref" />
        <col className="rd-field" />
        <col />
        <col />
      </colgroup>
      <thead className="vh">
        <tr>
          <th>Row</th>
          <th>Field</th>
          <th>As sent</th>
          <th>Returned</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.key}>
            <td className="q2" title={field.title}>
              {field.ref ?? field.title}
            </td>
            <td className="q2">{field.label}</td>
            <td>
              {field.sent ? (
                field.states?.sent ? (
                  <Status status={{ state: field.states.sent, label: field.sent }} />
                ) : (
                  <WordChange before={field.sent} after={null} />
                )
              ) : (
                <span className="q">blank</span>
              )}
            </td>
            <td>
              {field.states?.returned ? (
                <Status status={{ state: field.states.returned, label: field.returned }} />
              ) : (
                <>
                  <WordChange before={null} after={field.returned} />
                  {field.meaning ? <span className="q2 sm"> {field.meaning}</span> : null}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
