import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Problem } from './notices.tsx';

/**
 * A dialogue that is filled in and saved: the button of the right, or Enter in a field, saves; Cancel and Esc keep
 * nothing. What went wrong stands under the fields, and the words typed stay.
 */
export function FormDialog(props: {
  title: string;
  /** What saving does, verb and thing: "Save the duty". */
  save: string;
  /** Checks the fields, marks what is wrong with them, and saves where nothing is. */
  onSave: () => void;
  onClose: () => void;
  isSaving?: boolean;
  /** The fields. */
  children: ReactNode;
  /** What did not succeed, if anything: "The duty was not saved." and why. */
  failed?: { readonly title: string; readonly error: unknown } | null;
  /** Quiet acts on the same thing, before Cancel. */
  also?: ReactNode;
  /** What leaves without saving is called; “Cancel”, unless something has been saved by then. */
  leave?: string;
  /** What stands under the form: a preview, what points here. */
  below?: ReactNode;
}) {
  const { failed } = props;
  const form = useId();
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      acts={
        <>
          {props.also}
          <span className="acts-end">
            <Button onPress={props.onClose}>{props.leave ?? 'Cancel'}</Button>
            <Button look="primary" type="submit" form={form} isPending={props.isSaving ?? false}>
              {props.save}
            </Button>
          </span>
        </>
      }
    >
      <form
        id={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.isSaving) props.onSave();
        }}
      >
        {props.children}
        {failed?.error ? <Problem title={failed.title} error={failed.error} /> : null}
      </form>
      {props.below}
    </Dialog>
  );
}
