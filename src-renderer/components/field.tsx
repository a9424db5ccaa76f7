import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import { useServes } from '../client/view.ts';

/** A label above, the words, a sentence of help or of what is wrong below. The words typed are always kept. */
export function Field({
  label,
  help,
  wrong,
  lines = 1,
  placeholder,
  ...rest
}: TextFieldProps & {
  label: string;
  help?: ReactNode;
  /** What is wrong and what to do, in a sentence; null where all is well. */
  wrong?: string | null | undefined;
  /** More than one makes it a text area of that many lines. */
  lines?: number;
  placeholder?: string;
}) {
  const serves = useServes();
  return (
    <TextField
      isReadOnly={!serves}
      {...rest}
      className="field"
      isInvalid={Boolean(wrong)}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {lines > 1 ? <TextArea rows={lines} placeholder={placeholder} /> : <Input placeholder={placeholder} />}
      {help ? (
        <Text slot="description" className="help">
          {help}
        </Text>
      ) : null}
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  );
}
