import '../snapshots/snapshots.css';
import './restore.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BackupComparison } from '#shared/contract/safety.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, formatNumber } from '../../format/words.ts';
import { Changes } from '../snapshots/difference-table.tsx';
import { KeyWords } from '../snapshots/key-words.tsx';
import { PlanBackDialog } from './plan-back-dialog.tsx';

const places = ['here', 'second', 'received'] as const;
const facts = {
  here: 'Opened beside the register, for reading only.',
  second: 'From the second place; opened beside the register, for reading only.',
  received: 'Received from elsewhere; opened beside the register, for reading only.',
};

/** A backup beside the present register: what each holds, what was done last, what differs; then it is chosen. */
export function RestoreScreen() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = useSearch({ from: '/restore' });
  const at = {
    place: places.find((one) => one === search.place) ?? 'here',
    backupId: search.backup ?? '',
  };
  const compared = useQuery(trpc.restore.compare.queryOptions(at));
  const [plan, setPlan] = useState<BackupComparison['plans'][number] | null>(null);
  const open = useMutation(
    trpc.register.openBackup.mutationOptions({ onSuccess: () => void navigate({ to: '/home' }) }),
  );
  const seen = compared.data;
  const changes = seen?.changes ?? [];
  const names = new Map((seen?.plans ?? []).map(({ id, title }) => [id, title]));
  return (
    <KeyWords all={changes}>
      <PageHead
        title={seen ? `Backup of ${formatInstant(seen.backup.at)}` : 'A backup'}
        facts={facts[at.place]}
        acts={
          <>
            <ButtonLink to="/settings" search={{ part: 'backups' }}>
              All backups
            </ButtonLink>
            <Button look="primary" onPress={() => open.mutate(at)} isPending={open.isPending}>
              Open this backup
            </Button>
          </>
        }
      />
      <Body
        label="What has changed since the backup"
        right={
          <SidePanel side="right" title="Backup and register" width={320}>
            {seen ? <Sides seen={seen} onPlan={setPlan} /> : null}
          </SidePanel>
        }
      >
        <p className="read">
          Opened, it becomes a register of its own; the present one stays as it is, with all that was done
          since.
        </p>
        {open.isError ? <Problem title="The backup was not opened." error={open.error} /> : null}
        {open.isPending ? <Working what="Opening the backup" /> : null}
        <QueryState query={compared} what="The backup">
          {({ changes: all }) =>
            all.length === 0 ? (
              <p className="read">Nothing has changed since this backup.</p>
            ) : (
              <Changes groups={Map.groupBy(all, (one) => one.planId)} names={names} />
            )
          }
        </QueryState>
      </Body>
      {plan ? <PlanBackDialog at={at} plan={plan} onClose={() => setPlan(null)} /> : null}
    </KeyWords>
  );
}

function Sides(props: { seen: BackupComparison; onPlan: (plan: BackupComparison['plans'][number]) => void }) {
  const { counts, lastThen, lastNow, plans } = props.seen;
  return (
    <div className="restore-side">
      <h3>Bring back only one plan</h3>
      <ul>
        {plans.map((plan) => (
          <li key={plan.id}>
            <Button small onPress={() => props.onPlan(plan)}>
              Bring back<span className="vh"> {plan.title}</span>
            </Button>{' '}
            {plan.title}
            <span className="q2">
              {plan.stillThere ? `, ${count(plan.changes, 'change')} since` : ', no longer in the register'}
            </span>
          </li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            <th>Holds</th>
            <th className="num">Backup</th>
            <th className="num">Now</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ what, was, is }) => (
            <tr key={what}>
              <td>{what}</td>
              <td className="num">{formatNumber(was)}</td>
              <td className="num">{was === is ? formatNumber(is) : <b>{formatNumber(is)}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Acts title="Last in the backup" acts={lastThen} />
      <Acts title="Last in the register" acts={lastNow} />
    </div>
  );
}

function Acts({ title, acts }: { title: string; acts: BackupComparison['lastNow'] }) {
  return (
    <>
      <h3>{title}</h3>
      <ol>
        {acts.map((act) => (
          <li key={`${act.at} ${act.label}`}>
            {act.label} <span className="q2">{formatInstant(act.at)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
