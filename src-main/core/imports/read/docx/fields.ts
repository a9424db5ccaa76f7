import type { Field, Story } from './doc.ts';
import { allOf, childOf, isOn, type Node, numberOf, valOf } from './markup.ts';

/**
 * Fields: their instructions are not text, their results are. They nest and may reach over paragraphs (a table of contents is
 * one field), so the open ones stand in the story.
 */
export function isShown(story: Story): boolean {
  return story.fields.every((field) => field.inResult);
}

/** Word nests a handful; more than this come out of a broken file. */
const deepest = 50;

/** Takes a w:fldChar; gives what the field shows at its end where it is a form field without result, else null. */
export function fieldMark(mark: Node, story: Story): string | null {
  const { fields } = story;
  switch (mark.attributes.get('w:fldCharType')) {
    case 'begin':
      if (fields.length === deepest) fields.pop();
      fields.push({ inResult: false, code: '', form: formOf(childOf(mark, 'w:ffData')), said: false });
      return null;
    case 'separate': {
      const top = fields.at(-1);
      if (top !== undefined) top.inResult = true;
      return null;
    }
    case 'end': {
      const field = fields.pop();
      return field !== undefined && !field.said ? field.form : null;
    }
    default:
      return null;
  }
}

/** Instructions are short; one that goes on and on is cut. */
const longestCode = 4_000;

export function fieldCode(words: string, story: Story): void {
  const top = story.fields.at(-1);
  if (top !== undefined && !top.inResult && top.code.length < longestCode) top.code += words;
}

/** Text stands in all open fields. */
export function fieldSays(fields: readonly Field[]): void {
  for (const field of fields) field.said = true;
}

/**
 * A field whose instructions are still open at the end of its paragraph would swallow the rest of the document if its end
 * were missing: from here on everything is text again.
 */
export function endParagraph(story: Story): void {
  while (story.fields.some((field) => !field.inResult)) story.fields.pop();
}

/** The link of the innermost HYPERLINK field whose result is being read. */
export function fieldLink(story: Story): string | undefined {
  for (const field of story.fields.toReversed()) {
    const link = linkOfCode(field.code);
    if (link !== undefined) return link;
  }
  return undefined;
}

export function linkOfCode(code: string): string | undefined {
  const words = /^\s*HYPERLINK\b(.*)$/is.exec(code)?.[1];
  if (words === undefined) return undefined;
  const place = /\\l\s+"([^"]*)"/i.exec(words)?.[1];
  const address = /^\s*"([^"]+)"/.exec(words)?.[1] ?? /^\s*([^\s"\\]\S*)/.exec(words)?.[1] ?? '';
  return linkOf(address, place);
}

/** Word's own bookmarks ("_Toc…") lead nowhere that a reader would want to go. */
export function linkOf(address: string | undefined, place: string | undefined): string | undefined {
  const anchor = place === undefined || place === '' || place.startsWith('_') ? '' : `#${place}`;
  const link = `${address ?? ''}${anchor}`;
  return link === '' ? undefined : link;
}

/** A tick box or drop-down list of the old kind shows what its data say. */
function formOf(data: Node | undefined): string | null {
  if (data === undefined) return null;
  const box = childOf(data, 'w:checkBox');
  if (box !== undefined) {
    const checked = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
    return checked !== undefined && isOn(checked.attributes.get('w:val')) ? '☒' : '☐';
  }
  const list = childOf(data, 'w:ddList');
  if (list === undefined) return null;
  const chosen = numberOf(valOf(list, 'w:result') ?? valOf(list, 'w:default')) ?? 0;
  return allOf(list, 'w:listEntry')[chosen]?.attributes.get('w:val') ?? null;
}
