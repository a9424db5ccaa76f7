import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ImportResult } from '#shared/contract/imports.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Group } from '../../components/group.tsx';
import { Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count, formatNumber, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { recordWords } from './field-words.ts';
import { useSetImportStage } from './import-store.ts';
import { ReconciliationBar, ReconciliationWords } from './reconciliation.tsx';
import { Steps } from './steps.tsx';

/** What was brought in, what is left to place, and the one step that undoes it. */
export function ImportDone({ result }: { result: ImportResult }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const setImportStage = useSetImportStage();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const undo = useMutation(
    trpc.history.undo.mutationOptions({
      onSuccess: ({ label }) => {
        say(`Undone: ${label}`);
        setImportStage({ stage: 'begin' });
      },
    }),
  );
  const newest = plans.data?.at(-1);
  const trays = result.files.reduce((sum, file) => sum + file.reconciliation.tray, 0);
  const changed = total(result.added) + total(result.updated) > 0;
  return (
    <>
      <PageHead
        title={listWords(result.files.map((file) => file.name))}
        acts={
          <>
            <Button onPress={() => setImportStage({ stage: 'begin' })}>Bring in another file</Button>
            {changed ? (
              <Button onPress={() => undo.mutate()} isPending={undo.isPending}>
                Undo the import
              </Button>
            ) : null}
            {newest ? (
              <Button
                look="primary"
                onPress={() => {
                  setImportStage({ stage: 'begin' });
                  void navigate({ to: '/plans/$planId', params: { planId: newest.id } });
                }}
              >
                Open {newest.title}
              </Button>
            ) : null}
          </>
        }
      >
        <Steps at={4} />
      </PageHead>
      <Body label="What was brought in">
        {undo.isError ? <Problem title="The import was not undone." error={undo.error} /> : null}
        {result.files.map((file) => (
          <Group key={file.sha256} name={file.name} note={count(file.tables.length, 'table')}>
            <p className="rec-line">
              <ReconciliationBar of={file.reconciliation} />
              <ReconciliationWords of={file.reconciliation} />
            </p>
          </Group>
        ))}
        <Group name="Added">{countList(result.added, 'Nothing was added.')}</Group>
        {total(result.updated) > 0 ? <Group name="Changed">{countList(result.updated, '')}</Group> : null}
        {total(result.unchanged) > 0 ? (
          <Group name="Unchanged">{countList(result.unchanged, '')}</Group>
        ) : null}
        {trays > 0 ? (
          <Group name="In the tray" note="read, and not placed">
            <p>
              {count(trays, 'piece')} of text found no place of {trays === 1 ? 'its' : 'their'} own. None is
              lost:{' '}
              <Link to="/import" search={{ tray: result.importId }}>
                place them, keep them as notes, or discard them with a reason
              </Link>
              .
            </p>
          </Group>
        ) : null}
        <p>
          <ButtonLink to="/home">See what it means on Home</ButtonLink>
        </p>
      </Body>
    </>
  );
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);

function countList(counts: Record<string, number>, none: string) {
  const parts = Object.entries(counts).filter(([, n]) => n > 0);
  if (parts.length === 0) return <p className="q2">{none}</p>;
  return (
    <p>
      {listWords(
        parts.map(([record, n]) => {
          const words = recordWords[record];
          return words ? count(n, words[0], words[1]) : `${formatNumber(n)} ${record}`;
        }),
      )}
    </p>
  );
}
