import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outputs } from '../../client/trpc.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty, Problem } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { ShowCell } from '../../components/show-cell.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { PlaceDialog } from './place-dialog.tsx';

type Piece = Outputs['imports']['tray'][number];

const stateWords: Record<Piece['state'], string> = {
  open: 'To settle',
  placed: 'Placed',
  kept: 'Kept as a note',
  discarded: 'Discarded',
};

/** What was read and not placed: placed, kept as a note, or discarded with a reason; always to be undone. */
export function TrayScreen({ importId }: { importId: string | null }) {
  const trpc = useTRPC();
  const tray = useQuery(trpc.imports.tray.queryOptions({ importId }));
  const [looked, setLooked] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [placing, setPlacing] = useState(false);
  const settle = useMutation(
    trpc.imports.settleTray.mutationOptions({ onSuccess: () => setChosen(new Set()) }),
  );
  const pieces = tray.data ?? [];
  const open = pieces.filter((piece) => piece.state === 'open');
  useFoot(tray.data ? `${count(open.length, 'piece')} to settle of ${pieces.length}` : null);
  const ids = pieces.filter((piece) => chosen.has(piece.id)).map((piece) => piece.id);
  const mayDiscard = reason.trim() !== '';
  const chosenPieces = pieces.filter((piece) => chosen.has(piece.id));
  const mayPlace = chosenPieces.every((piece) => piece.state !== 'placed');
  return (
    <>
      <PageHead
        title="Tray"
        facts="Words that were read and found no place of their own. Nothing here is lost."
        acts={
          <>
            {pieces.length > 8 ? (
              <FilterBox label="Filter the tray" value={looked} onChange={setLooked} />
            ) : null}
            <ButtonLink to="/import" search={{}}>
              Back to imports
            </ButtonLink>
          </>
        }
      />
      <Body label="Tray">
        {placing ? (
          <PlaceDialog
            pieces={chosenPieces}
            onClose={() => setPlacing(false)}
            onPlaced={() => {
              setPlacing(false);
              setChosen(new Set());
            }}
          />
        ) : null}
        {settle.isError ? <Problem title="The tray was not changed." error={settle.error} /> : null}
        <QueryState query={tray} what="The tray">
          {(all) => {
            if (all.length === 0) {
              return (
                <Empty title="The tray is empty.">Every cell of what was brought in has its place.</Empty>
              );
            }
            const found = all.filter((piece) => matches(looked, piece.text, piece.where, piece.file));
            return (
              <>
                <div className="tray-acts">
                  <Button
                    look="primary"
                    onPress={() => setPlacing(true)}
                    isDisabled={ids.length === 0 || !mayPlace}
                  >
                    Place…
                  </Button>
                  <Button
                    onPress={() => settle.mutate({ ids, as: 'kept' })}
                    isDisabled={ids.length === 0}
                    isPending={settle.isPending}
                  >
                    Keep as notes
                  </Button>
                  <Field label="Reason to discard" value={reason} onChange={setReason} />
                  <Button
                    onPress={() => settle.mutate({ ids, as: 'discarded', reason: reason.trim() })}
                    isDisabled={ids.length === 0 || !mayDiscard}
                  >
                    Discard
                  </Button>
                  <Button
                    look="quiet"
                    onPress={() => settle.mutate({ ids, as: 'open' })}
                    isDisabled={ids.length === 0}
                  >
                    Put back
                  </Button>
                  <span className="q2">
                    {ids.length === 0
                      ? 'Choose pieces below first.'
                      : !mayPlace
                        ? 'Among these are pieces that are placed: Undo takes that back.'
                        : mayDiscard
                          ? `${count(ids.length, 'piece')} chosen.`
                          : `${count(ids.length, 'piece')} chosen. To discard, say why.`}
                  </span>
                </div>
                <table className="rows tray-rows">
                  <thead>
                    <tr>
                      <th scope="col">
                        <Check
                          isSelected={found.length > 0 && found.every((piece) => chosen.has(piece.id))}
                          onChange={(all) =>
                            setChosen(all ? new Set(found.map((piece) => piece.id)) : new Set())
                          }
                        >
                          <span className="vh">Choose all</span>
                        </Check>
                      </th>
                      <th scope="col">Words</th>
                      <th scope="col">Where</th>
                      <th scope="col">State</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.map((piece) => (
                      <tr key={piece.id}>
                        <td>
                          <Check
                            isSelected={chosen.has(piece.id)}
                            onChange={(on) => setChosen(withOrWithout(chosen, piece.id, on))}
                          >
                            <span className="vh">Choose “{piece.text}”</span>
                          </Check>
                        </td>
                        <td className="pre">{piece.text}</td>
                        <td className="q2">
                          <ShowCell of={piece} words={piece.where} />
                          <br />
                          <i>{piece.file}</i>
                        </td>
                        <td>
                          {stateWords[piece.state]}
                          {piece.reason ? <p className="sm q2">{piece.reason}</p> : null}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            );
          }}
        </QueryState>
      </Body>
    </>
  );
}

function withOrWithout(set: ReadonlySet<string>, id: string, on: boolean): Set<string> {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
