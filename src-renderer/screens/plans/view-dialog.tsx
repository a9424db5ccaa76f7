import { useState } from 'react';
import { LinkButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import type { SavedView } from './plan-look.ts';

/** Saves how the plan is looked at under a name, and takes views away. */
export function ViewDialog(props: {
  readonly views: readonly SavedView[];
  /** What is saved, in words: "By lead, sorted by Timescale, 12 of 63 actions". */
  readonly says: string;
  readonly onSave: (name: string) => void;
  readonly onDrop: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const there = props.views.some((view) => view.name === name.trim());
  const save = () => {
    if (name.trim() === '') return setWrong('A view needs a name, to be found by it again.');
    props.onSave(name.trim());
    props.onClose();
  };
  return (
    <FormDialog
      title="Saved views"
      save={there ? 'Replace the view' : 'Save the view'}
      onSave={save}
      leave="Close"
      onClose={props.onClose}
      below={
        props.views.length > 0 ? (
          <ul className="plan-view-list">
            {props.views.map((view) => (
              <li key={view.name}>
                <span>{view.name}</span>
                <LinkButton
                  aria-label={`Delete the view ${view.name}`}
                  onPress={() => props.onDrop(view.name)}
                >
                  Delete
                </LinkButton>
              </li>
            ))}
          </ul>
        ) : null
      }
    >
      <p className="q2">{props.says}</p>
      <Field
        label="Name"
        value={name}
        onChange={setName}
        wrong={wrong}
        autoFocus
        help="Columns, groups, order and filter are saved on this computer, for you."
      />
    </FormDialog>
  );
}
