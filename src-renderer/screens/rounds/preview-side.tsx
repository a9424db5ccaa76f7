import { useState } from 'react';
import type { RoundFile } from '#shared/contract/rounds.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { count } from '../../format/words.ts';
import { MergedTable } from './form-side.tsx';
import type { useReturned } from './use-returned.ts';

/** What merging the files that were read would do, before anything is written. */
export function PreviewSide({ returned }: { returned: ReturnType<typeof useReturned> }) {
  const { preview, merge, leave, take, files } = returned;
  const [dates, setDates] = useState<ReadonlySet<string>>(new Set());
  const told = preview.data?.files ?? [];
  const toMerge = told.filter(({ outcome }) => outcome === 'merge');
  return (
    <>
      <header className="rd-head">
        <h2>{count(files.length, 'returned file')}</h2>
        <p className="sm q2">Nothing is written before you merge. One Undo takes it all back.</p>
      </header>
      {preview.isPending ? <Working what="Reading what came back" /> : null}
      {preview.isError ? <Problem title="The files could not be read." error={preview.error} /> : null}
      {told.map((file) => (
        <FileChanges key={`${file.name} ${file.sha256}`} file={file} dates={dates} onDates={setDates} />
      ))}
      {merge.isError ? <Problem title="Nothing was merged." error={merge.error} /> : null}
      {merge.isPending ? <Working what="Merging" /> : null}
      {preview.isPending ? null : (
        <p className="acts rd-acts">
          {toMerge.length > 0 ? (
            <Button look="primary" isPending={merge.isPending} onPress={() => take([...dates])}>
              Merge {count(toMerge.length, 'form')}
            </Button>
          ) : null}
          <Button onPress={leave}>{toMerge.length > 0 ? 'Leave them' : 'Back to the round'}</Button>
        </p>
      )}
    </>
  );
}

function FileChanges(props: {
  file: RoundFile;
  dates: ReadonlySet<string>;
  onDates: (keys: ReadonlySet<string>) => void;
}) {
  const { file, dates, onDates } = props;
  const { fields, outside, outcome } = file;
  const taken = fields.filter(({ verdict }) => verdict === 'taken');
  const moves = fields.filter(({ verdict }) => verdict === 'confirm');
  const torn = fields.filter(({ verdict }) => verdict === 'conflict' || verdict === 'waits');
  const turn = (key: string, isIn: boolean) => {
    const next = new Set(dates);
    if (isIn) next.add(key);
    else next.delete(key);
    onDates(next);
  };
  return (
    <section className={outcome === 'refused' ? 'rd-file refused' : 'rd-file'} aria-label={file.name}>
      <h3>{file.lead ?? file.name}</h3>
      <p>{file.words}</p>
      {file.lead ? <p className="sm q2">{file.name}</p> : null}
      {outcome === 'merge' && taken.length > 0 ? <MergedTable fields={taken} /> : null}
      {outcome === 'merge' && moves.length > 0 ? (
        <fieldset className="rd-who">
          <legend className="label">New dates proposed: tick those to take at once</legend>
          {moves.map(({ key, ref, title, sent, returned, meaning }) => (
            <Check key={key} isSelected={dates.has(key)} onChange={(isIn) => turn(key, isIn)}>
              {ref ?? title}: <del>{sent ?? 'no date'}</del> <ins>{returned}</ins>{' '}
              {meaning ? <span className="q2 sm">{meaning}</span> : null}
            </Check>
          ))}
        </fieldset>
      ) : null}
      {outcome === 'merge' && torn.length > 0 ? (
        <p>
          You and {file.lead} both changed {count(torn.length, 'field')}:{' '}
          {torn
            .map(({ ref, title, label }) => `${label.toLocaleLowerCase('en-GB')} of ${ref ?? title}`)
            .join(', ')}
          . You are asked once it is merged.
        </p>
      ) : null}
      {outcome === 'merge' && outside.length > 0 ? (
        <ul className="rd-outside">
          {outside.map(({ where, text, why }) => (
            <li key={`${where} ${text}`}>
              <p>{text}</p>
              <p className="sm q2">
                {where}. {why}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
