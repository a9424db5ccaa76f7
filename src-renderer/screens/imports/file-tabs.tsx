import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { count } from '../../format/words.ts';

/** The files of one import, side by side: which of them is shown. */
export function FileTabs(props: {
  files: ImportPreview['files'];
  shown: number;
  onShow: (at: number) => void;
}) {
  return (
    <ToggleButtonGroup
      className="filetabs"
      aria-label="File shown"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(props.shown)]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) props.onShow(Number(key));
      }}
    >
      {props.files.map((file, at) => {
        const open = file.questions.filter((question) => !question.answered).length;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
          <ToggleButton key={`${file.sha256} ${at}`} id={String(at)}>
            {file.name} {open > 0 ? <small>{count(open, 'question')}</small> : null}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
