import { splitReference } from '#shared/domain/references.ts';
import type { Context } from '../context.ts';
import { newPlaces } from '../places.ts';
import type { DraftLead } from '../types.ts';
import { type Answers, answersIn, isAnswerLine } from './answers.ts';
import type { Paragraph } from './blocks.ts';
import type { Item } from './passages.ts';

/** Makes the action of a heading whose answers stand beneath it; the rest of its text is kept beside it. */
export function draftHeadedAction(
  context: Context,
  o: { plan: number; section: number | null; heading: Paragraph; lines: readonly Paragraph[] },
): void {
  const answers = o.lines.filter((line) => isAnswerLine(line.words));
  const others = o.lines.filter((line) => !answers.includes(line));
  draftItem(context, o.plan, o.section, {
    paragraph: o.heading,
    nested: others.filter((line) => line.item !== null),
    answers: [...answers],
  });
  const action = context.drafts.actions[context.drafts.actions.length - 1];
  const text = others.filter((line) => line.item === null);
  if (!action || text.length === 0) return;
  action.details.push({ label: 'Text', text: text.map((line) => line.text).join('\n') });
  const [layout, first, last] = action.source;
  action.source = [layout, first, Math.max(last, ...text.map((line) => line.row))];
  for (const line of text) context.mark(line.sheet.index, line.row, 0, 'placed');
}

/** Makes the actions of a list under a plan's headings. Gives how many. */
export function draftListActions(
  context: Context,
  o: { plan: number; section: number | null; items: readonly Item[] },
): number {
  let made = 0;
  for (const item of o.items) if (draftItem(context, o.plan, o.section, item)) made++;
  return made;
}

function draftItem(context: Context, plan: number, section: number | null, item: Item): boolean {
  const { paragraph, nested, answers } = item;
  const grid = paragraph.sheet.index;
  const places = newPlaces();
  const offset = (one: Paragraph) => one.row - paragraph.row;
  const own = answersIn(paragraph.words);
  const { ref, text } = named(paragraph, own.text);
  if (text === '') return false;
  places.add('text', 0, 0);
  const said: { from: Paragraph; answers: Answers }[] = [{ from: paragraph, answers: own }];
  for (const one of answers) said.push({ from: one, answers: answersIn(one.words) });
  const bullets: string[] = [];
  for (const one of nested) {
    const answer = answersIn(one.words);
    if (answer.text === '' && answer.labelled > 0) said.push({ from: one, answers: answer });
    else {
      bullets.push(one.words);
      places.add('bullets', 0, offset(one));
    }
  }
  const leads: DraftLead[] = [];
  const field = (name: 'leads' | 'timescale' | 'status' | 'resources' | 'measures') => {
    const found = said.filter((one) => one.answers[name] !== null);
    for (const one of found) if (name !== 'measures') places.add(name, 0, offset(one.from));
    return found.map((one) => ({ text: one.answers[name] as string, from: one.from }));
  };
  for (const one of field('leads')) leads.push(...context.leads(one.text));
  const times = field('timescale');
  const [time] = times;
  const statuses = field('status');
  const reading = statuses[0] ? context.statusWords(statuses[0].text) : null;
  const resources = field('resources').map((one) => one.text);
  const last = Math.max(paragraph.row, ...[...nested, ...answers].map((one) => one.row));
  const measures = field('measures');
  const index =
    context.drafts.actions.push({
      plan,
      section,
      id: null,
      ref,
      text,
      bullets,
      leads,
      timescale: time ? context.timescale(time.text, grid, time.from.cell) : null,
      status: reading?.status ?? null,
      resources: resources.length === 0 ? null : resources.join('\n'),
      comment: null,
      details: times.slice(1).map((one) => ({ label: 'Timescale', text: one.text })),
      links: [],
      reviewOn: null,
      source: [context.layoutOf(grid, places), paragraph.row, last],
    }) - 1;
  for (const one of measures) {
    context.drafts.measures.push({
      action: index,
      text: one.text,
      leads: [],
      source: [context.layoutAt(grid, 'text', 0), one.from.row, one.from.row],
    });
  }
  for (const one of statuses) {
    const words = context.statusWords(one.text);
    context.drafts.progress.push({
      action: index,
      kpi: null,
      on: null,
      status: words?.status ?? null,
      text: words ? words.rest : one.text,
      by: null,
      source: [context.layoutAt(grid, 'text', 0), one.from.row, one.from.row],
    });
  }
  for (const one of [paragraph, ...nested, ...answers]) context.mark(grid, one.row, 0, 'placed');
  return true;
}

/** A number before the words is the action's reference, be it typed or the list's own. */
function named(paragraph: Paragraph, said: string): { ref: string | null; text: string } {
  const text = said.replace(/^(?:key )?action\s*:\s*(?=\S)/i, '');
  const mark = paragraph.said.list?.ordered === true ? paragraph.said.list.mark : null;
  const split = splitReference(text);
  const own = split.ref !== null && split.rest !== '' && (split.kind === null || split.kind === 'Action');
  if (own) return { ref: split.ref, text: split.rest };
  // The plain number of a list only counts; "2.1" says where the action belongs.
  const ref = mark?.replace(/[.:]+$/, '').trim() ?? '';
  return { ref: /\d\.\d/.test(ref) ? ref : null, text };
}
