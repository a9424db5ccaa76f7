import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportResult } from '#shared/contract/imports.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Group } from '../../components/group.tsx';
import { Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count, formatNumber, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useRegisterState } from '../../shell/register-state.ts';
import { recordWords } from './field-words.ts';
import { useSetImportStage } from './import-store.ts';
import { ReconciliationBar, ReconciliationWords } from './reconciliation.tsx';
import { Steps } from './steps.tsx';

/** What was brought in, what is left to settle, and the one step that undoes it. */
export function ImportDone({ result }: { result: ImportResult }) {
  const trpc = useTRPC();
  const setImportStage = useSetImportStage();
  const open = useRegisterState().data?.open;
  const undo = useMutation(
    trpc.history.undo.mutationOptions({
      onSuccess: ({ label }) => {
        say(`Undone: ${label}`);
        setImportStage({ stage: 'begin' });
      },
    }),
  );
  const names = result.files.map((file) => file.name);
  const act = `Import of ${names.join(', ')}`;
  const cells = result.files.reduce((sum, file) => sum + file.reconciliation.tray, 0);
  const pieces = result.files.reduce((sum, file) => sum + file.tray.length, 0);
  return (
    <>
      <PageHead
        title={listWords(names)}
        acts={
          <>
            <Button onPress={() => setImportStage({ stage: 'begin' })}>Bring in another file</Button>
            {open?.undo === act ? (
              <Button onPress={() => undo.mutate()} isPending={undo.isPending}>
                Undo the import
              </Button>
            ) : null}
            <OpenWhatCame result={result} />
          </>
        }
      >
        <Steps at={4} />
      </PageHead>
      <Body label="What was brought in">
        <div className="done">
          {undo.isError ? <Problem title="The import was not undone." error={undo.error} /> : null}
          {open?.redo === act ? (
            <Problem title="This import has been undone.">
              Nothing of it is in the register now. Redo (Ctrl Y) brings it back.
            </Problem>
          ) : null}
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
          {pieces > 0 ? (
            <Group name="In the tray" note="read, and not placed">
              <p>
                {count(cells, 'cell')} found no place of {cells === 1 ? 'its' : 'their'} own and{' '}
                {cells === 1 ? 'waits' : 'wait'} as {count(pieces, 'piece')}.{' '}
                <Link to="/import" search={{ tray: result.importId }}>
                  Keep them as notes, or discard them with a reason
                </Link>
                .
              </p>
            </Group>
          ) : null}
          <p className="acts">
            <ButtonLink to="/home">See what it means on Home</ButtonLink>
          </p>
        </div>
      </Body>
    </>
  );
}

/** The next thing to do: look at the plan that came, or at the KPIs where no plan did. */
function OpenWhatCame({ result }: { result: ImportResult }) {
  const trpc = useTRPC();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const newest = result.added.plans === 1 ? plans.data?.at(-1) : undefined;
  if (newest) {
    return (
      <ButtonLink look="primary" to="/plans/$planId" params={{ planId: newest.id }}>
        Open the plan
      </ButtonLink>
    );
  }
  const onlyKpis = !result.added.actions && !result.updated.actions && (result.added.kpis ?? 0) > 0;
  return (
    <ButtonLink look="primary" to={onlyKpis ? '/kpis' : '/plans'}>
      {onlyKpis ? 'Open KPIs' : 'Open Plans'}
    </ButtonLink>
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
