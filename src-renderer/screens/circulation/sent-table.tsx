import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, listWords, matches } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { OpenSnapshot } from '../snapshots/open-snapshot.tsx';
import { intoView, type Sent, seesWords, shortSum, sizeWords } from './circulation-words.ts';

/** How many rows are drawn before the rest is only counted: the filter finds them. */
const most = 100;

/** What went to whom, the latest first, filtered as one types; what was looked for stands among the rows drawn. */
export function SentTable({ sent, looked }: { sent: readonly Sent[]; looked: string | null }) {
  const [words, setWords] = useState('');
  const found = sent.filter((one) =>
    matches(
      words,
      one.subject,
      one.listName,
      one.snapshot.name,
      formatInstant(one.at),
      ...one.recipients,
      ...one.files.flatMap(({ name, sha256 }) => [name, sha256, shortSum(sha256)]),
    ),
  );
  const drawn = found.filter(({ id }, at) => at < most || id === looked);
  return (
    <div className="ci-sent">
      <FilterBox label="Filter what went out" value={words} onChange={setWords} />
      <p className="sm q2 ci-count" role="status">
        {words.trim() === ''
          ? ''
          : `${count(found.length, 'e-mail')} of ${sent.length} hold “${words.trim()}”.`}
      </p>
      {found.length > 0 ? (
        <table className="ci-table stack">
          <thead>
            <tr>
              <th>When</th>
              <th>What</th>
              <th>To whom</th>
              <th>From the snapshot</th>
              <th>Files, with their check sums</th>
            </tr>
          </thead>
          <tbody>
            {drawn.map((one) => (
              <Row key={one.id} sent={one} isLooked={one.id === looked} />
            ))}
          </tbody>
        </table>
      ) : null}
      {found.length > drawn.length ? (
        <p className="sm q2">and {count(found.length - drawn.length, 'earlier one')}</p>
      ) : null}
    </div>
  );
}

function Row({ sent, isLooked }: { sent: Sent; isLooked: boolean }) {
  return (
    <tr aria-current={isLooked ? 'true' : undefined} ref={isLooked ? intoView : undefined}>
      <td data-label="When">{formatInstant(sent.at)}</td>
      <td data-label="What">
        <p>{sent.subject}</p>
        {sent.sees ? <p className="sm q2">{seesWords(sent.sees)}</p> : null}
      </td>
      <td data-label="To whom">
        {sent.listName ? <p>{sent.listName}</p> : null}
        <p className={sent.listName ? 'sm q2 ci-long' : 'ci-long'}>
          {sent.recipients.length === 0 ? 'addressed by hand' : listWords(sent.recipients)}
        </p>
      </td>
      <td data-label="From the snapshot">
        <p>
          {sent.snapshot.name} <OpenSnapshot snapshot={sent.snapshot} />
        </p>
        <p className="sm q2">
          {sent.newer ? `A newer one went out ${formatInstant(sent.newer.at)}` : 'The newest that went out'}
        </p>
      </td>
      <td data-label="Files">
        <ul className="ci-papers">
          {sent.files.map(({ name, sha256, size, recipe }) => (
            <li key={sha256} className="ci-long">
              {name}{' '}
              <span className="sm q2 nw">
                {size === undefined ? '' : `${sizeWords(size)}, `}
                {shortSum(sha256)}
              </span>{' '}
              {recipe ? <MakeAgain circulationId={sent.id} name={name} /> : null}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** The same file once more, of its snapshot with the words and layout it had: for whoever has lost theirs. */
function MakeAgain(props: { circulationId: string; name: string }) {
  const trpc = useTRPC();
  const again = useMutation(trpc.reports.again.mutationOptions());
  return (
    <>
      <LinkButton
        aria-label={`Make again: ${props.name}`}
        onPress={() =>
          void again
            .mutateAsync(props)
            .then(({ file, same }) => {
              saveFile(file);
              say(
                same
                  ? `Saved to your downloads, the same to the byte: ${file.name}`
                  : `Saved to your downloads: ${file.name}. It says the same, but is not the same to the byte.`,
              );
            })
            .catch(() => undefined)
        }
      >
        {again.isPending ? 'Being made' : 'Make again'}
      </LinkButton>
      {again.isError ? <Problem title="The file was not made again." error={again.error} /> : null}
    </>
  );
}
