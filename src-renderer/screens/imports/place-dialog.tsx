import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type TrayPlace, trayPlaces } from '#shared/contract/tray.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';

const placeWords: Record<TrayPlace, string> = {
  comment: 'A comment of an action',
  progress: 'An update of an action',
  measure: 'A measure of an action',
  action: 'A new action of a plan',
  kpi: 'A new KPI of a plan',
  bullet: 'A bullet of a section',
  preamble: 'Preamble of a plan',
  glossary: 'A glossary entry',
  duty: 'A duty',
};
const choices = (Object.entries(placeWords) as [TrayPlace, string][]).map(([id, text]) => ({ id, text }));

/** Makes chosen pieces of the tray a part of the register: as what, and at which record, found by typing. */
export function PlaceDialog(props: {
  pieces: readonly { id: string; text: string }[];
  onClose: () => void;
  onPlaced: () => void;
}) {
  const { pieces } = props;
  const trpc = useTRPC();
  const [as, setAs] = useState<TrayPlace>('comment');
  const [looked, setLooked] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const of = trayPlaces[as];
  const targets = useQuery(
    trpc.tray.targets.queryOptions(
      { of: of === 'none' ? 'plan' : of, looked },
      { enabled: of !== 'none', placeholderData: keepPreviousData },
    ),
  );
  const found = targets.data ?? [];
  // With one plan in the register there is nothing to choose.
  const only = of === 'plan' && looked === '' && found.length === 1 ? (found[0]?.id ?? null) : null;
  const chosen = of === 'none' ? null : (at ?? only);
  const place = useMutation(
    trpc.tray.place.mutationOptions({
      onSuccess: ({ placed }) => {
        say(`${count(placed, 'piece')} placed. Undo takes it back.`);
        props.onPlaced();
      },
    }),
  );
  const ready = of === 'none' || chosen !== null;
  return (
    <Dialog
      title={`Place ${count(pieces.length, 'piece')}`}
      isOpen
      onClose={props.onClose}
      acts={
        <>
          {ready ? null : <span className="q2">Choose the {of} first.</span>}
          <Button onPress={props.onClose}>Leave in the tray</Button>
          <Button
            look="primary"
            isDisabled={!ready}
            isPending={place.isPending}
            onPress={() => place.mutate({ ids: pieces.map((piece) => piece.id), as, at: chosen })}
          >
            Place
          </Button>
        </>
      }
    >
      <div className="place">
        <ul className="place-words">
          {pieces.slice(0, 3).map((piece) => (
            <li key={piece.id}>{piece.text}</li>
          ))}
          {pieces.length > 3 ? <li className="q2">and {pieces.length - 3} more</li> : null}
        </ul>
        <Select
          label="It becomes"
          choices={choices}
          value={as}
          onChange={(next) => {
            setAs(next);
            if (trayPlaces[next] !== of) setAt(null);
          }}
        />
        {of === 'none' ? null : (
          <>
            <Field
              label={`Find the ${of}`}
              value={looked}
              onChange={(words) => {
                setLooked(words);
                setAt(null);
              }}
              placeholder="Its reference or its words"
            />
            <RadioGroup className="place-list" value={chosen} onChange={setAt}>
              <Label className="vh">Which {of}</Label>
              {found.map((target) => (
                <Radio key={target.id} value={target.id} className="rad">
                  <i aria-hidden="true" />
                  <span>
                    <b>{target.ref ? `${target.ref} ` : ''}</b>
                    {target.text}
                    {target.plan ? <small>{target.plan}</small> : null}
                  </span>
                </Radio>
              ))}
            </RadioGroup>
            {found.length === 0 && !targets.isPending ? (
              <p className="q2">No {of} has these words.</p>
            ) : found.length === 50 ? (
              <p className="q2">The first 50. Type more of it to see the others.</p>
            ) : null}
          </>
        )}
        {place.isError ? <Problem title="Nothing was placed." error={place.error} /> : null}
      </div>
    </Dialog>
  );
}
