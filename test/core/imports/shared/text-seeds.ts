import { seedPaper } from '#test/fixtures/seeds/seeds.ts';
import { type Brought, type Checks, folded, wordsOf } from './checks.ts';

/** Seeds 002 and 004 have no notes: every cell of the one and every line of the other is held against the text. */

export function checkCommitments(to: Checks, { register }: Brought): void {
  const paper = seedPaper('002', 'word');
  const rows = (paper?.blocks ?? []).flatMap((block) =>
    block.kind === 'table'
      ? block.rows
          .slice(block.head)
          .map((row) => row.map((cell) => (typeof cell === 'string' ? cell : (cell?.text ?? ''))))
      : [],
  );
  to.same('actions', register.actions.length, rows.length);
  to.same('chapters', register.sections.filter((one) => one.kind === 'chapter').length >= 2, true);
  rows.forEach(([ref = '', text = '', who = '', when = '', link = '', resources = ''], at) => {
    const action = register.actions[at];
    const name = `row ${at + 1}`;
    to.same(`${name} ref`, (action?.ref ?? '').replace(/\s/g, ''), ref.replace(/\s/g, ''));
    to.sameText(`${name} text`, action?.text, text);
    const leads = action?.leads.map((lead) => `${lead.text} ${lead.note ?? ''}`).join(' ') ?? '';
    to.says(`${name} leads`, leads, who.replace(/&/g, ' '));
    to.sameText(`${name} timescale`, action?.timescale?.text, when);
    if (/^on-? ?going$/i.test(when)) to.same(`${name} ongoing`, action?.timescale?.ongoing, true);
    if (/^(?:January|March|June|July|September|December) \d{4}$/.test(when))
      to.same(`${name} month`, action?.timescale?.precision, 'month');
    const linked = JSON.stringify([action?.links, action?.details]);
    to.says(`${name} links`, linked, link);
    to.says(`${name} resources`, `${action?.resources ?? ''} ${linked}`, resources);
  });
  const several = rows.filter(([, , who = '']) => / & /.test(who)).length;
  to.same('several leads', register.actions.filter((one) => one.leads.length > 1).length >= several, true);
  const moving = rows.filter(([, , who = '']) => / but will /.test(who)).length;
  to.same(
    'leads that will change',
    register.actions.filter((one) => one.leads.some((lead) => lead.note !== null)).length >= moving,
    true,
  );
}

export function checkMinutes(to: Checks, { register }: Brought): void {
  const paper = seedPaper('004', 'word');
  const blocks = paper?.blocks ?? [];
  const lists = blocks.filter((block) => block.kind === 'list');
  const resolved = blocks.flatMap((block) => {
    const text = block.kind === 'paragraph' ? /^\((\d)\)\s*(.*)$/.exec(block.text) : null;
    return text === null ? [] : [{ number: text[1] ?? '', text: text[2] ?? '' }];
  });
  to.same('meetings', register.meetings.length, 1);
  to.same('resolutions', register.resolutions.length, resolved.length);
  resolved.forEach(({ number, text }, at) => {
    to.same(`resolution ${number} number`, register.resolutions[at]?.number.replace(/[()]/g, ''), number);
    to.sameText(`resolution ${number} text`, register.resolutions[at]?.text, text);
  });
  to.says(
    'further to',
    register.meetings[0]?.furtherTo ?? '',
    /\d+\/\d+/.exec(JSON.stringify(blocks))?.[0] ?? '',
  );
  const points = register.agendaItems.flatMap((item) => item.points);
  const said = folded(
    [
      ...register.agendaItems.flatMap((item) => [
        item.title,
        item.text,
        ...item.points.flatMap((point) => [point.heading, point.text]),
      ]),
      ...register.actions.map((action) => action.text),
    ].join(' '),
  );
  // Strengths, areas for development, what is to be improved, questions asked: four lists, each under a heading.
  lists.forEach((block, at) => {
    for (const [line, text] of block.items.entries())
      to.same(`list ${at + 1} line ${line + 1}`, said.includes(folded(text)), true);
  });
  to.same('lists told apart', points.length >= lists.length, true);
  to.same('item', register.agendaItems.length >= 1, true);
  to.says(
    'whole text',
    said,
    blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.text.length > 120 && !block.text.startsWith('(')
        ? wordsOf(block.text).slice(0, 8).join(' ')
        : [],
    ),
  );
}
