import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Recovered } from '#shared/contract/safety.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { count, formatNumber, listWords } from '../../format/words.ts';

/** Reads what can be read into a new register, and says by kind what was kept and what was lost. */
export function RecoverRows() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const recover = useMutation(trpc.rescue.recover.mutationOptions({ meta: { invalidates: 'none' } }));
  const open = useMutation(
    trpc.register.open.mutationOptions({ onSuccess: () => void navigate({ to: '/home' }) }),
  );
  const found = recover.data;
  return (
    <>
      <p className="read">
        Row by row, what can still be read goes into a new register, and you see how much that is before you
        open it. Its history begins anew. Use it for what is newer than the backup, and compare the two.
      </p>
      {found ? (
        <Counts found={found} />
      ) : (
        <Button onPress={() => recover.mutate()} isPending={recover.isPending}>
          Recover what can be read
        </Button>
      )}
      {found && found.kept > 0 ? (
        <Button onPress={() => open.mutate({ id: found.register.id })} isPending={open.isPending}>
          Open the recovered register
        </Button>
      ) : null}
      {recover.isPending ? <Working what="Reading what can be read" /> : null}
      {recover.isError ? <Problem title="Nothing could be recovered." error={recover.error} /> : null}
      {open.isError ? <Problem title="The recovered register was not opened." error={open.error} /> : null}
    </>
  );
}

function Counts({ found }: { found: Recovered }) {
  const { kept, lost, unknown, untold, tables, register } = found;
  if (kept === 0) {
    return (
      <p role="status">
        {untold > 0
          ? `Of ${count(untold, 'record')} found in the file it cannot be told with certainty where they belong. `
          : 'Nothing in the file can be read any more. '}
        The file stays as it is.
      </p>
    );
  }
  return (
    <>
      <p role="status">
        {count(kept, 'record')} read and kept, {lost === 0 ? 'none' : formatNumber(lost)} known to be lost.
        {unknown.length > 0
          ? ` How many more there were of ${listWords(unknown.map((one) => one.toLocaleLowerCase('en-GB')))} cannot be told.`
          : ''}
        {untold > 0
          ? ` ${count(untold, 'record')} more ${untold === 1 ? 'was' : 'were'} found whose place cannot be told with certainty, and left out.`
          : ''}{' '}
        What was kept is in <i>{register.name}</i>.
      </p>
      <table className="rescued">
        <thead>
          <tr>
            <th>Kind</th>
            <th className="num">Kept</th>
            <th className="num">Lost</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((one) => (
            <tr key={one.what}>
              <td>{one.what}</td>
              <td className="num">{formatNumber(one.kept)}</td>
              <td className="num">{unknown.includes(one.what) ? 'not known' : formatNumber(one.lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
