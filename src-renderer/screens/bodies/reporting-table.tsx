import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReportingShown } from '#shared/contract/reporting.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { say } from '../../shell/foot.tsx';

/** The drawing in words: each line a row, with what changes it. */
export function ReportingTable(props: {
  lines: readonly ReportingShown[];
  onChange: (line: ReportingShown) => void;
}) {
  const hasLevels = props.lines.some(({ level }) => level !== null);
  return (
    <table className="bd-lines">
      <caption className="vh">Reporting lines</caption>
      <thead>
        <tr>
          {hasLevels ? <th scope="col">Level</th> : null}
          <th scope="col">Report</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">How often</th>
          <th scope="col">
            <span className="vh">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.id}>
            {hasLevels ? <td>{line.level}</td> : null}
            <th scope="row">{line.report || 'Reports'}</th>
            <td>
              <End party={line.from} />
            </td>
            <td>
              <End party={line.to} />
            </td>
            <td>{line.every}</td>
            <td>
              <Acts line={line} onChange={props.onChange} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function End({ party }: { party: ReportingShown['from'] }) {
  if (!party) return null;
  const id = party.key.slice(party.kind.length + 1);
  if (party.kind === 'words') return party.title;
  return party.kind === 'body' ? (
    <Link to="/bodies/$bodyId" params={{ bodyId: id }} className="hit">
      {party.title}
    </Link>
  ) : (
    <Link to="/plans/$planId" params={{ planId: id }} className="hit">
      {party.title}
    </Link>
  );
}

function Acts({ line, onChange }: { line: ReportingShown; onChange: (line: ReportingShown) => void }) {
  const trpc = useTRPC();
  const move = useMutation(
    trpc.reporting.move.mutationOptions({
      onSuccess: ({ moved }) => say(moved ? 'Moved.' : 'There is no further place at this level.'),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  if (!line.line) return <span className="sm q2">Said on the page of the group that reports</span>;
  const name = line.report || 'the line';
  return (
    <p className="bd-acts">
      <LinkButton onPress={() => onChange(line)} aria-label={`Change ${name}`}>
        Change
      </LinkButton>
      <LinkButton onPress={() => move.mutate({ lineId: line.id, by: -1 })} aria-label={`Move ${name} up`}>
        Up
      </LinkButton>
      <LinkButton onPress={() => move.mutate({ lineId: line.id, by: 1 })} aria-label={`Move ${name} down`}>
        Down
      </LinkButton>
    </p>
  );
}
