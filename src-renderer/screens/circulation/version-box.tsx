import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { DropZone, FileTrigger, Form, Text } from 'react-aria-components';
import type { Outputs } from '../../client/app-router.ts';
import { base64Of } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Group } from '../../components/group.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { formatInstant } from '../../format/days.ts';
import { listWords } from '../../format/words.ts';
import { OpenSnapshot } from '../snapshots/open-snapshot.tsx';
import { shortSum } from './circulation-words.ts';

type Answer = Outputs['circulation']['find'];
type Found = Answer['found'][number];

/** "Which version have you got?": by a file let go anywhere on this screen, or by the check sum read out. */
export function VersionBox() {
  const trpc = useTRPC();
  const [sum, setSum] = useState('');
  const [asked, setAsked] = useState('');
  const find = useMutation(trpc.circulation.find.mutationOptions({ meta: { invalidates: 'none' } }));
  const { mutate } = find;
  const ofFile = async (file: File | undefined) => {
    if (!file) return;
    setAsked(file.name);
    mutate({ file: { name: file.name, base64: await base64Of(file) } });
  };
  useEffect(() => {
    const drop = async (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      const isZone = event.target instanceof Element && event.target.closest('.ci-drop') !== null;
      if (!file || isZone) return;
      // Before the program's own, which would bring the file in.
      event.preventDefault();
      setAsked(file.name);
      mutate({ file: { name: file.name, base64: await base64Of(file) } });
    };
    window.addEventListener('drop', drop, { capture: true });
    return () => window.removeEventListener('drop', drop, { capture: true });
  }, [mutate]);
  return (
    <Group name="Which version have you got?" note="from a file or its check sum">
      <div className="ci-version">
        <DropZone
          className="ci-drop"
          aria-label="Drop the file here"
          getDropOperation={() => 'copy'}
          onDrop={async (event) => {
            const item = event.items.find(({ kind }) => kind === 'file');
            if (item?.kind === 'file') await ofFile(await item.getFile());
          }}
        >
          <Text slot="label">Drop the file that somebody has anywhere here, or</Text>
          <FileTrigger onSelect={(files) => void ofFile(files?.[0])}>
            <Button>Choose the file</Button>
          </FileTrigger>
        </DropZone>
        <Form
          className="ci-sum"
          onSubmit={(event) => {
            event.preventDefault();
            if (sum.trim() === '') return;
            setAsked(sum.trim());
            mutate({ sha256: sum });
          }}
        >
          <Field
            label="Check sum"
            value={sum}
            onChange={setSum}
            help="As it stands at the foot of each page, such as 1a2b 3c4d 5e6f, or the SHA-256 of the file."
          />
          <Button type="submit">Look it up</Button>
        </Form>
      </div>
      {find.isPending ? <Working what="Looking through what went out" /> : null}
      {find.isError ? <Problem title="That could not be looked up." error={find.error} /> : null}
      <div role="status">
        {find.data && !find.isPending ? <AnswerWords asked={asked} answer={find.data} /> : null}
      </div>
    </Group>
  );
}

function AnswerWords({ asked, answer }: { asked: string; answer: Answer }) {
  if (answer.found.length === 0) {
    return (
      <p className="ci-answer">
        <b>“{asked}” did not go out from this register</b>, and names no snapshot of it (check sum{' '}
        {shortSum(answer.sha256)}). It may be from before circulation was noted here, or a PDF that was
        changed since.
      </p>
    );
  }
  return (
    <ul className="ci-found">
      {answer.found.map((one, at) => (
        <li key={one.circulation?.id ?? at} className="ci-answer">
          <p>
            <b>{one.snapshot.name}</b>, {howWords[one.by]}. The snapshot was taken{' '}
            {formatInstant(one.snapshot.takenAt)}. <OpenSnapshot snapshot={one.snapshot} />
          </p>
          <p className="q2">{sentWords(one)}</p>
          <p>
            {one.newer ? (
              <>
                <b>There is a newer one:</b> “{one.newer.subject}” from {one.newer.snapshot.name}, sent{' '}
                {formatInstant(one.newer.at)}.
              </>
            ) : (
              'Nothing newer of it has gone out.'
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

const howWords: Record<Found['by'], string> = {
  file: 'exactly as it went out',
  draft: 'the e-mail draft exactly as it was saved',
  snapshot: 'by the check sum that its reports print',
  'named-inside': 'by the check sum printed in it; the file itself was changed since, or was saved by hand',
};

function sentWords({ circulation, name }: Found): string {
  if (!circulation) return 'No e-mail with it was drafted here.';
  const { at, subject, listName, recipients } = circulation;
  const whom = [
    listName ? `the list ${listName}` : null,
    recipients.length > 0 ? listWords(recipients) : null,
  ]
    .filter((one) => one !== null)
    .join(': ');
  return `${name ? `“${name}” went` : 'Went'} out ${formatInstant(at)} as “${subject}”${whom ? `, to ${whom}` : ''}.`;
}
