import { isLeadLine } from '../row-kinds.ts';
import { foldSpace } from '../words.ts';
import { answersAction, answersIn, isAnswerLine } from './answers.ts';
import type { Paragraph } from './blocks.ts';
import { type ListLabel, labelKind } from './heading-words.ts';

/** An item of a list, with what stands deeper and the lines that answer it ("Lead: AB; by: March 2010"). */
export type Item = {
  readonly paragraph: Paragraph;
  readonly nested: Paragraph[];
  readonly answers: Paragraph[];
};

/** What a stretch of running text is. */
export type Passage =
  | { readonly kind: 'lead'; readonly paragraph: Paragraph }
  | {
      readonly kind: 'list';
      /** The line that introduces it; null where none does. */
      readonly label: Paragraph | null;
      readonly says: ListLabel | null;
      readonly items: Item[];
    }
  /** "Why this matters: one child in five …" in one line, or a label over its text. */
  | {
      readonly kind: 'labelled';
      readonly paragraphs: readonly Paragraph[];
      readonly label: string;
      readonly text: string;
    }
  | { readonly kind: 'text'; readonly paragraphs: Paragraph[] };

/** Reads paragraphs as leads, lists with their labels, labelled lines and text. */
export function passagesOf(paragraphs: readonly Paragraph[]): Passage[] {
  const passages: Passage[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const one = paragraphs[at] as Paragraph;
    const answered = answeredFrom(paragraphs, at);
    if (answered) {
      passages.push({ kind: 'list', label: null, says: null, items: answered.items });
      at = answered.last;
      continue;
    }
    if (isLeadLine(one.words)) {
      passages.push({ kind: 'lead', paragraph: one });
      continue;
    }
    const next = paragraphs[at + 1];
    const says = one.item === null || /:$/.test(one.text) ? labelOf(one, next) : null;
    if (says !== null && next) {
      const { items, last } = itemsFrom(paragraphs, at + 1, says);
      if (items.length > 0) {
        passages.push({ kind: 'list', label: one, says, items });
        at = last;
        continue;
      }
    }
    if (says === 'other' && one.item === null && next && next.item === null) {
      const text = textFrom(paragraphs, at + 1);
      if (text.length > 0) {
        passages.push({
          kind: 'labelled',
          paragraphs: [one, ...text],
          label: one.text.replace(/\s*:$/, ''),
          text: text.map((line) => line.text).join('\n'),
        });
        at += text.length;
        continue;
      }
    }
    if (one.item !== null) {
      const { items, last } = itemsFrom(paragraphs, at, null);
      passages.push({ kind: 'list', label: null, says: null, items });
      at = last;
      continue;
    }
    if (saysWhoWillDo(one)) {
      passages.push({
        kind: 'list',
        label: null,
        says: null,
        items: [{ paragraph: one, nested: [], answers: [] }],
      });
      continue;
    }
    const labelled = labelledLine(one);
    if (labelled) {
      passages.push({ kind: 'labelled', paragraphs: [one], ...labelled });
      continue;
    }
    const before = passages[passages.length - 1];
    if (before?.kind === 'text') before.paragraphs.push(one);
    else passages.push({ kind: 'text', paragraphs: [one] });
  }
  return passages;
}

/** "4.12 We will visit every household. Lead: Housing Manager." among numbered paragraphs. */
function saysWhoWillDo(one: Paragraph): boolean {
  if (one.text.length > 500 || !/\bwill\b|^\(?\d/.test(one.text)) return false;
  const { leads, text, labelled } = answersIn(one.words);
  return leads !== null && labelled > 0 && text.length > 12;
}

/** What the line before a list says of it. Any sentence that ends in a colon introduces one. */
function labelOf(one: Paragraph, next: Paragraph | undefined): ListLabel | null {
  const said = labelKind(one.text);
  if (said !== null) return said;
  return /:$/.test(one.text) && next !== undefined && next.item !== null ? introducedBy(one.text) : null;
}

/** "By 2012 we will:" introduces actions; most sentences introduce whatever. */
function introducedBy(text: string): ListLabel {
  const last = /[^.;]*:$/.exec(foldSpace(text))?.[0] ?? '';
  if (
    /\b(?:we|partners|the \w+(?: \w+){0,3}) (?:will|shall|are going to|commit to|pledge to)(?: \w+){0,2}\s*:$/i.test(
      last,
    )
  )
    return 'actions';
  if (/\b(?:actions?|steps|commitments)(?: \w+){0,4}\s*:$/i.test(last)) return 'actions';
  return /\b(?:objectives|aims|outcomes|goals) (?:are|of|for|is)\b/i.test(last) ? 'aims' : 'other';
}

/** Lines that are each answered by the line beneath: "1.1 Empty the bins", "Lead: AB; by: June 2012". */
function answeredFrom(
  paragraphs: readonly Paragraph[],
  from: number,
): { items: Item[]; last: number } | null {
  const items: Item[] = [];
  let at = from;
  for (;;) {
    const one = paragraphs[at];
    const answers: Paragraph[] = [];
    if (!one || isAnswerLine(one.words) || labelKind(one.text) !== null || one.text.length > 400) break;
    while (isAnswers(paragraphs[at + 1 + answers.length]))
      answers.push(paragraphs[at + 1 + answers.length] as Paragraph);
    if (!answers.some((line) => answersAction(line.words))) break;
    items.push({ paragraph: one, nested: [], answers });
    at += 1 + answers.length;
  }
  return items.length === 0 ? null : { items, last: at - 1 };
}

function isAnswers(line: Paragraph | undefined): boolean {
  return line !== undefined && isAnswerLine(line.words);
}

/** The text under a label, down to the next label, list or lead. */
function textFrom(paragraphs: readonly Paragraph[], from: number): Paragraph[] {
  const text: Paragraph[] = [];
  for (let at = from; at < paragraphs.length; at++) {
    const one = paragraphs[at] as Paragraph;
    if (one.item !== null || isLeadLine(one.words) || labelledLine(one) !== null) break;
    if (labelKind(one.text) !== null || answeredFrom(paragraphs, at) !== null) break;
    if (/:$/.test(one.text) && paragraphs[at + 1]?.item != null) break;
    text.push(one);
  }
  return text;
}

function itemsFrom(
  paragraphs: readonly Paragraph[],
  from: number,
  says: ListLabel | null,
): { items: Item[]; last: number } {
  const items: Item[] = [];
  let last = from - 1;
  const base = paragraphs[from]?.item?.level ?? 0;
  const marked = paragraphs[from]?.item != null;
  for (let at = from; at < paragraphs.length; at++) {
    const one = paragraphs[at] as Paragraph;
    const open = items[items.length - 1];
    if (open && isAnswerLine(one.words)) open.answers.push(one);
    else if (marked && one.item !== null) {
      if (one.item.level > base && open) open.nested.push(one);
      else if (items.length > 0 && labelKind(one.words) !== null && paragraphs[at + 1]?.item) break;
      else items.push({ paragraph: one, nested: [], answers: [] });
    } else if (!marked && says !== null && says !== 'other' && isLine(one, says)) {
      items.push({ paragraph: one, nested: [], answers: [] });
    } else break;
    last = at;
  }
  // One line under a label is a list only where it is marked, or answers like an action.
  if (!marked && items.length === 1 && items[0]?.answers.length === 0 && says === 'aims')
    return { items: [], last: from - 1 };
  return { items, last };
}

/** A line without a mark that may be an item all the same: no label, no lead, no paragraph of prose. */
function isLine(one: Paragraph, says: ListLabel): boolean {
  if (labelKind(one.text) !== null || isLeadLine(one.text) || /:$/.test(one.text)) return false;
  if (/^n\.?\s?b\.?[\s:.]/i.test(one.text)) return false;
  const sentences = one.text.split(/[.!?]\s+\p{Lu}/u).length;
  const answered = says === 'actions' && answersIn(one.words).found > 0;
  return one.item === null && (answered || (one.text.length <= 260 && sentences <= 2));
}

function labelledLine(one: Paragraph): { label: string; text: string } | null {
  const said = /^([^:.?!]{3,60}\??):\s+(\S.*)$/s.exec(one.text);
  if (!said?.[1] || !said[2] || labelKind(`${said[1]}:`) === null) return null;
  return said[1].split(' ').length <= 7 ? { label: said[1], text: said[2] } : null;
}

/** "We will open a hub in each town." */
const promise =
  /^(?:we(?:’|'| wi)ll|we shall|the (?:council|trust|school|board|partnership|service|team|centre) will)\s/i;

/** Whether a list is one of actions: its label says so, or most of its items say who or by when. */
export function isActionList(passage: Extract<Passage, { kind: 'list' }>): boolean {
  if (passage.says === 'actions') return true;
  const promised = passage.items.filter((item) => promise.test(item.paragraph.words)).length;
  if (promised >= 2 && promised * 3 >= passage.items.length * 2) return true;
  const answered = passage.items.filter(
    (item) => item.answers.length > 0 || answersIn(item.paragraph.words).labelled > 0,
  ).length;
  return answered >= 2 ? answered * 2 >= passage.items.length : answered === 1 && passage.items.length === 1;
}
