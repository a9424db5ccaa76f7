import { type DatedNote, splitDatedNotes } from '#shared/domain/dated-notes.ts';

/** One update as it stands in a cell that stacks several: when, by whom, what. */
export type Note = DatedNote;

/** The notes of a cell; the grammar is the domain's, the reading of a day the file's own. */
export function splitNotes(text: string, readDay: (words: string) => string | null): Note[] {
  return splitDatedNotes(text, {}, readDay);
}
