import type { Detail } from '#shared/contract/register.ts';
import type { Context } from '../context.ts';
import { newPlaces, type Places } from '../places.ts';
import { isLeadLine } from '../row-kinds.ts';
import type { DraftSection } from '../types.ts';
import { answersIn } from './answers.ts';
import type { Paragraph } from './blocks.ts';
import { namesAnother } from './heading-words.ts';
import { draftListActions } from './list-actions.ts';
import { type Item, isActionList, type Passage } from './passages.ts';

/** What words under a heading belong to: a section of a plan, or the plan itself. */
export type Holder = {
  readonly plan: number;
  /** Null where no section holds: then words are the plan's preamble. */
  readonly section: number | null;
  /** Whether a list has become the section's points already. */
  readonly points: { taken: 'aims' | 'other' | null };
  /** Where the section's words stand; written into its source when the document has been read. */
  readonly places: Places;
  readonly preamble: string[];
};

export function holderOf(plan: number, section: number | null, preamble: string[]): Holder {
  return { plan, section, points: { taken: null }, places: newPlaces(), preamble };
}

/** Gives the words under a heading to what they belong to; nothing of them is left out. */
export function hold(
  context: Context,
  holder: Holder,
  passages: readonly Passage[],
  heading: string | null,
): void {
  const section = holder.section === null ? undefined : context.drafts.sections[holder.section];
  const labelled = passages.filter((one) => one.kind === 'list' && !isActionList(one));
  const hasAims = labelled.some((one) => one.kind === 'list' && one.says === 'aims');
  let first = heading;
  for (const passage of passages) {
    switch (passage.kind) {
      case 'lead':
        if (section && takeLead(context, holder, section, passage.paragraph)) break;
        addText(context, holder, section, first, [passage.paragraph]);
        break;
      case 'labelled':
        if (section) {
          section.details.push({ label: passage.label, text: passage.text });
          for (const one of passage.paragraphs) place(context, holder, section, 'details', one);
        } else addText(context, holder, section, first, passage.paragraphs);
        break;
      case 'text':
        addText(context, holder, section, first, passage.paragraphs);
        break;
      case 'list':
        addList(context, holder, section, passage, hasAims, first);
        break;
      default:
        break;
    }
    first = null;
  }
}

/** "Priority lead: Service Manager" gives a section its lead; the label is kept beside it. */
function takeLead(context: Context, holder: Holder, section: DraftSection, paragraph: Paragraph): boolean {
  if (!isLeadLine(paragraph.words)) return false;
  const colon = paragraph.words.search(/[:–-]/);
  const words = paragraph.words.slice(colon + 1).trim();
  const answers = answersIn(paragraph.words);
  // "Lead: AB; timescale: June" says more than who leads.
  section.leads.push(...context.leads(answers.labelled > 1 && answers.leads ? answers.leads : words));
  section.details.push({ label: paragraph.words.slice(0, colon).trim(), text: words });
  place(context, holder, section, 'leads', paragraph);
  return true;
}

function addText(
  context: Context,
  holder: Holder,
  section: DraftSection | undefined,
  heading: string | null,
  paragraphs: readonly Paragraph[],
): void {
  if (!section) {
    holder.preamble.push(...paragraphs.map((one) => one.text));
    for (const one of paragraphs) context.mark(one.sheet.index, one.row, 0, 'placed');
    return;
  }
  const text = paragraphs.map((one) => one.text).join('\n');
  addDetail(section, heading ?? 'Text', text);
  for (const one of paragraphs) place(context, holder, section, 'details', one);
}

/** Text under one label is one detail. */
function addDetail(section: DraftSection, label: string, text: string): void {
  const last = section.details[section.details.length - 1] as Detail | undefined;
  if (last && last.label === label)
    section.details[section.details.length - 1] = { label, text: `${last.text}\n${text}` };
  else section.details.push({ label, text });
}

function addList(
  context: Context,
  holder: Holder,
  section: DraftSection | undefined,
  list: Extract<Passage, { kind: 'list' }>,
  hasAims: boolean,
  heading: string | null,
): void {
  if (isActionList(list)) {
    const made = draftListActions(context, {
      plan: holder.plan,
      section: holder.section,
      items: list.items,
    });
    if (made > 0 && list.label) labelOfActions(context, holder, section, list.label);
    return;
  }
  const lines = linesOfItems(list.items);
  if (!section) {
    addText(context, holder, section, heading, [...(list.label ? [list.label] : []), ...lines]);
    return;
  }
  const own =
    list.says === 'aims' ||
    (!hasAims &&
      holder.points.taken === null &&
      !(list.label && namesAnother(list.label.words)) &&
      (lines.length > 1 || list.label !== null));
  if (own && (list.says === 'aims' || holder.points.taken === null)) {
    section.bullets.push(...lines.map((one) => one.words));
    for (const one of lines) place(context, holder, section, 'bullets', one);
    holder.points.taken = list.says === 'aims' ? 'aims' : 'other';
    if (!list.label && heading) addDetail(section, 'Heading', heading);
    if (list.label) {
      if (list.says === 'aims' && list.label.words.length <= 40)
        context.mark(list.label.sheet.index, list.label.row, 0, 'header');
      else {
        addDetail(section, 'Heading', list.label.text);
        place(context, holder, section, 'details', list.label);
      }
    }
    return;
  }
  const label = list.label?.text.replace(/\s*:$/, '') ?? heading ?? 'List';
  const short = label.length <= 80;
  if (!short && list.label) addText(context, holder, section, null, [list.label]);
  addDetail(section, short ? label : 'List', lines.map((one) => one.words).join('\n'));
  for (const one of [...(list.label ? [list.label] : []), ...lines])
    place(context, holder, section, 'details', one);
}

/** A short label only says that actions follow; a sentence says more and is kept. */
function labelOfActions(
  context: Context,
  holder: Holder,
  section: DraftSection | undefined,
  label: Paragraph,
): void {
  if (label.words.length <= 40) context.mark(label.sheet.index, label.row, 0, 'header');
  else addText(context, holder, section, null, [label]);
}

function linesOfItems(items: readonly Item[]): Paragraph[] {
  return items.flatMap((item) => [item.paragraph, ...item.nested, ...item.answers]);
}

/** Notes that words of a section stand in this paragraph. */
export function place(
  context: Context,
  holder: Holder,
  section: DraftSection,
  field: string,
  paragraph: Paragraph,
): void {
  holder.places.add(field, 0, paragraph.row - section.source[1]);
  context.mark(paragraph.sheet.index, paragraph.row, 0, 'section');
}

/** Writes the places of a section's words into its source; once, because there may be many. */
export function settle(context: Context, holder: Holder): void {
  const section = holder.section === null ? undefined : context.drafts.sections[holder.section];
  if (!section || holder.places.fields.length === 0) return;
  const [layout, row, toRow] = section.source;
  const before = context.drafts.layouts[layout];
  if (!before) return;
  const { fields, columns, offsets } = holder.places;
  const cells = fields.map((field, at) => [field, columns[at] ?? 0, offsets[at] ?? 0] as const);
  section.source = [context.layout(before.grid, [...before.cells, ...cells]), row, toRow];
}
