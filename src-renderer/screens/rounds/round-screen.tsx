import './rounds.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { RoundLead, RoundSummary } from '#shared/contract/rounds.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { dayOfInstant, formatDay, formatDayNear } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { FormSide } from './form-side.tsx';
import { PreviewSide } from './preview-side.tsx';
import { RoundLeads, showBelow } from './round-leads.tsx';
import { useDropHere, useReturned } from './use-returned.ts';

const route = getRouteApi('/updates/$roundId');

/** One round: who has answered and who has not, what comes back, and what is to be decided. */
export function RoundScreen() {
  const { roundId } = route.useParams();
  const { form } = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const today = useToday() ?? '';
  const round = useQuery(trpc.rounds.get.queryOptions({ roundId }));
  const returned = useReturned();
  const { read } = returned;
  useDropHere(useCallback((files) => void read(files), [read]));
  const leads = round.data?.leads ?? [];
  const current = leads.find(({ formId }) => formId === form) ?? leads[0];
  const choose = (formId: string) =>
    void navigate({ to: '/updates/$roundId', params: { roundId }, search: { form: formId }, replace: true });
  useFoot(round.data ? `${count(leads.length, 'lead')}, those needing you first` : null);
  const isReading = returned.files.length > 0;
  useEffect(() => {
    if (isReading) showBelow();
  }, [isReading]);
  return (
    <>
      <RoundHead data={round.data} roundId={roundId} today={today} onFiles={(files) => void read(files)} />
      <Body label="Leads" bare>
        <div className="rd-desk">
          <div className="rd-left foci">
            <QueryState query={round} what="The round">
              {(data) => (
                <RoundLeads
                  leads={data.leads}
                  current={current?.formId ?? null}
                  onChoose={choose}
                  today={today}
                />
              )}
            </QueryState>
            {round.data ? <CloseRound round={round.data.round} /> : null}
          </div>
          <div className="rd-right foci" data-region="This form">
            {isReading ? (
              <PreviewSide returned={returned} />
            ) : current ? (
              <FormSide key={current.formId} formId={current.formId} today={today} />
            ) : null}
          </div>
        </div>
      </Body>
    </>
  );
}

function RoundHead(props: {
  data: { round: RoundSummary; leads: RoundLead[] } | undefined;
  roundId: string;
  today: string;
  onFiles: (files: Iterable<File>) => void;
}) {
  const { data, roundId, today } = props;
  const trpc = useTRPC();
  const [saved, setSaved] = useState<string | null>(null);
  const give = ({
    files,
    withoutAddress,
  }: {
    files: Parameters<typeof saveFile>[0][];
    withoutAddress: string[];
  }) => {
    for (const file of files) saveFile(file);
    const mute = withoutAddress.length > 0 ? ` Without an addressee: ${listWords(withoutAddress)}.` : '';
    setSaved(`${files.map(({ name }) => name).join(', ')} saved.${mute}`);
    say(files.length > 0 ? `Saved ${files.map(({ name }) => name).join(', ')}` : 'Nobody is to be reminded.');
  };
  const drafts = useMutation(
    trpc.rounds.files.mutationOptions({ meta: { invalidates: 'none' }, onSuccess: give }),
  );
  const remind = useMutation(trpc.rounds.remind.mutationOptions({ onSuccess: give }));
  const round = data?.round;
  const waiting = data?.leads.filter(({ state }) => state === 'sent').length ?? 0;
  const under = round
    ? `Sent ${formatDayNear(dayOfInstant(round.openedAt), today)}, ${round.dueOn ? `due back ${formatDay(round.dueOn)}` : 'no day set'}${round.closedAt ? ', closed' : ''}`
    : '';
  const failed = [drafts, remind].find(({ isError }) => isError);
  return (
    <>
      <PageHead
        title={round ? `Update round, ${round.name}` : 'Update round'}
        under={under}
        acts={
          round ? (
            <>
              <Button isPending={drafts.isPending} onPress={() => drafts.mutate({ roundId, together: true })}>
                Save {count(round.sent, 'draft')}
              </Button>
              {waiting > 0 ? (
                <Button
                  isPending={remind.isPending}
                  onPress={() => remind.mutate({ roundId, together: true })}
                >
                  Draft {count(waiting, 'reminder')}
                </Button>
              ) : null}
              <FileTrigger
                allowsMultiple
                acceptedFileTypes={['.xlsx', '.ods', '.xls', '.docx', '.csv']}
                onSelect={(files) => props.onFiles(files ?? [])}
              >
                <Button look="primary">Read returned files</Button>
              </FileTrigger>
            </>
          ) : null
        }
      >
        {round ? <Sums round={round} waiting={waiting} /> : null}
      </PageHead>
      {failed ? <Problem title="That did not succeed." error={failed.error} /> : null}
      {drafts.isPending || remind.isPending ? <Working what="Writing the drafts" /> : null}
      {saved ? (
        <p className="rd-saved sm" role="status">
          {saved}
        </p>
      ) : null}
    </>
  );
}

/** A closed round takes nothing more: what comes then is told as an old copy. */
function CloseRound({ round }: { round: RoundSummary }) {
  const trpc = useTRPC();
  const close = useMutation(trpc.rounds.close.mutationOptions());
  const isOpen = round.closedAt === null;
  return (
    <div className="rd-close">
      <Button onPress={() => close.mutate({ roundId: round.id, closed: isOpen })}>
        {isOpen ? 'Close the round' : 'Open the round again'}
      </Button>{' '}
      <span className="sm q2">
        {isOpen ? 'Forms that come after that are told as old copies.' : 'It takes nothing more.'}
      </span>
      {close.isError ? <Problem title="That did not succeed." error={close.error} /> : null}
    </div>
  );
}

function Sums({ round, waiting }: { round: RoundSummary; waiting: number }) {
  const sums: [number, string][] = [
    [round.sent, 'sent'],
    [round.returned, 'returned'],
    [round.merged, 'merged'],
    [round.toDecide, 'with conflicts'],
    [waiting, 'not returned'],
  ];
  return (
    <ul className="rd-sum">
      {sums
        .filter(([n], at) => n > 0 || at < 3)
        .map(([n, word]) => (
          <li key={word}>
            <b>{n}</b>
            <small>{word}</small>
          </li>
        ))}
    </ul>
  );
}
