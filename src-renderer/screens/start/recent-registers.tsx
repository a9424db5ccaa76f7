import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { FilterBox } from '../../components/filter-box.tsx';
import { Group } from '../../components/group.tsx';
import { Problem } from '../../components/notices.tsx';
import { RowList } from '../../components/row-list.tsx';
import { formatInstantNear } from '../../format/days.ts';
import { formatBytes, matches } from '../../format/words.ts';
import { useToday } from '../../shell/register-state.ts';

/** The registers in the office's folder, the latest first. Nothing is shown where there are none. */
export function RecentRegisters() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const client = useQueryClient();
  const today = useToday();
  const registers = useQuery(trpc.register.list.queryOptions());
  const [looked, setLooked] = useState('');
  const open = useMutation(
    trpc.register.open.mutationOptions({
      onSuccess: () => void navigate({ to: '/home' }),
      // What is wrong inside the file has a screen of its own, which the state calls for.
      onError: () => void client.invalidateQueries({ queryKey: trpc.register.state.queryKey() }),
    }),
  );
  if (registers.isError) {
    return (
      <Group name="Go on with">
        <Problem
          title="The folder of registers could not be read."
          error={registers.error}
          onRetry={() => void registers.refetch()}
        />
      </Group>
    );
  }
  const all = registers.data ?? [];
  if (all.length === 0) return null;
  const found = all.filter((file) => matches(looked, file.name));
  return (
    <Group name="Go on with">
      {all.length > 8 ? <FilterBox label="Filter the registers" value={looked} onChange={setLooked} /> : null}
      <RowList className="files">
        {found.map((file) => (
          <button
            type="button"
            key={file.id}
            className="file"
            data-row=""
            disabled={open.isPending}
            onClick={() => open.mutate({ id: file.id })}
          >
            <b>{file.name}</b>
            <span className="q2">saved {today ? formatInstantNear(file.modifiedAt, today) : ''}</span>
            <span className="q2 num">{formatBytes(file.bytes)}</span>
          </button>
        ))}
      </RowList>
      {open.isError ? <Problem title="The register was not opened." error={open.error} /> : null}
    </Group>
  );
}
