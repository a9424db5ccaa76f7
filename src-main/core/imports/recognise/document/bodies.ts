import type { Context } from '../context.ts';
import { newPlaces } from '../places.ts';
import type { DraftBody } from '../types.ts';
import type { Paragraph } from './blocks.ts';
import { inText } from './heading-lines.ts';
import { type Node, nodesOf } from './tree.ts';

/** Boards and partnerships that a plan speaks of: what they are for, what they do, who sits on them. */

const noun =
  'board|partnership|group|committee|forum|panel|team|cabinet|network|executive|alliance|trust|council|assembly|collaborative|commission';
const bodyNoun = new RegExp(`\\b(${noun})\\b`, 'i');
const parts =
  'purpose|aims?|role|functions?|remit|responsibilities|duties|terms of reference|membership|members|composition|chair(?:ing)?|frequency of meetings?|meetings?|meeting cycle|reporting(?: lines| arrangements)?|accountability|governance';
const ofBody = new RegExp(
  `^(?:\\d{1,2}[.)]?\\s+)?(?:the )?(${parts})(?: and (?:${parts}))?(?: of|:| [–—-])\\s+(?:the )?(.{3,90}?):?$`,
  'i',
);
const bodysOwn = new RegExp(
  `^(?:\\d{1,2}[.)]?\\s+)?(.{3,80}?\\b(?:${noun}))(?:['’]s?)?(?:\\s*[:–—-]\\s*|\\s+)(${parts})$`,
  'i',
);
const partAlone = new RegExp(
  `^(?:\\d{1,2}(?:\\.\\d{1,2})*[.)]?\\s+)?(?:the )?(${parts})(?: and (?:${parts}))?:?$`,
  'i',
);
const sentence = new RegExp(
  `^The (purpose|role|remit|aim|function)s? of (the (?:[\\w’'&-]+ ){0,8}?(?:${noun}))\\b,?(?: will be| is| are)\\b`,
  'i',
);
const level = /^(\d{1,2})[.)]?\s+(?=\p{L})/u;

type Part = 'purpose' | 'role' | 'members' | 'cycle';
type Found = {
  readonly body: DraftBody;
  readonly grid: number;
  readonly lines: { readonly field: string; readonly line: Paragraph }[];
};

/** Takes what is said of bodies out of a document. Gives the paragraphs used. */
export function takeBodies<T extends { readonly kind: string }>(
  context: Context,
  root: Node<T>,
  used: ReadonlySet<Paragraph>,
): Set<Paragraph> {
  const taken = new Set<Paragraph>();
  const found: Found[] = [];
  for (const node of nodesOf(root)) {
    const { heading } = node;
    const said = heading && !used.has(heading) ? readHeading(heading.words, node, found) : null;
    const own = node.content.filter(
      (one): one is Paragraph & T => one.kind === 'paragraph' && !used.has(one as unknown as Paragraph),
    ) as unknown as Paragraph[];
    if (said && heading && own.length > 0) {
      const body = bodyNamed(found, said.name, heading);
      add(context, body, 'heading', heading);
      taken.add(heading);
      const above = node.parent?.heading;
      // "Terms of reference of the board" over its parts names the board.
      if (above && !taken.has(above) && !used.has(above) && ofBody.exec(above.words)?.[2] === said.name) {
        add(context, body, 'heading', above);
        taken.add(above);
      }
      takeLines(context, body, said.part, own, taken);
      continue;
    }
    takeSentences(context, found, own, taken);
  }
  for (const { body, grid, lines } of found) {
    const rows = lines.map(({ line }) => line.row);
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const places = newPlaces();
    for (const { field, line } of lines) places.add(field, 0, line.row - first);
    context.drafts.bodies.push({ ...body, source: [context.layoutOf(grid, places), first, last] });
  }
  return taken;
}

function readHeading<T>(
  text: string,
  node: Node<T>,
  found: readonly Found[],
): { part: Part; name: string } | null {
  const of = ofBody.exec(text);
  if (of?.[1] && of[2] && bodyNoun.test(of[2])) return { part: partOf(of[1]), name: of[2] };
  const own = bodysOwn.exec(text);
  if (own?.[1] && own[2]) return { part: partOf(own[2]), name: own[1].replace(/^the /i, '') };
  const alone = partAlone.exec(text);
  if (!alone?.[1]) return null;
  // "Membership" under "Terms of reference of the board", or under the board's own name.
  const above = node.parent?.heading?.words ?? '';
  const named = ofBody.exec(above)?.[2] ?? (bodyNoun.test(above) && above.length <= 90 ? above : null);
  if (named) return { part: partOf(alone[1]), name: named.replace(/^the /i, '') };
  const last = found[found.length - 1];
  const near = last && node.heading && node.heading.row - (last.lines.at(-1)?.line.row ?? 0) <= 3;
  return near && last ? { part: partOf(alone[1]), name: last.body.name } : null;
}

function partOf(words: string): Part {
  if (/purpose|aim/i.test(words)) return 'purpose';
  if (/member|composition|chair/i.test(words)) return 'members';
  if (/meeting|reporting|accountab|governance/i.test(words)) return 'cycle';
  return 'role';
}

/** Whether words name a board, a partnership or the like. */
export function isBodyName(words: string): boolean {
  return bodyNoun.test(words);
}

export function kindOfBodyName(words: string): string | null {
  return bodyNoun.exec(words)?.[1]?.toLowerCase() ?? null;
}

/** "The Partnership" is the partnership named before. */
function bodyNamed(found: Found[], name: string, at: Paragraph): Found {
  const words = name.toLowerCase().replace(/^the /, '');
  const before = found.find(({ body }) => {
    const own = body.name.toLowerCase();
    return own === words || own.endsWith(` ${words}`) || (words.endsWith(own) && own.includes(' '));
  });
  if (before) return before;
  const kind = bodyNoun.exec(name)?.[1]?.toLowerCase() ?? null;
  const made: Found = {
    body: {
      name: name.replace(/^the /i, ''),
      kind,
      purpose: null,
      role: null,
      cycle: null,
      members: [],
      source: [0, at.row, at.row],
    },
    grid: at.sheet.index,
    lines: [],
  };
  found.push(made);
  return made;
}

function takeLines(
  context: Context,
  found: Found,
  part: Part,
  lines: readonly Paragraph[],
  taken: Set<Paragraph>,
): void {
  const levels = levelsIn(lines);
  for (const line of lines) {
    if (taken.has(line) || !inText(line)) continue;
    const own = levels.has(line) ? 'cycle' : part;
    put(found, own, own === 'cycle' && levels.has(line) ? line.text : line.words);
    add(context, found, own, line);
    taken.add(line);
  }
}

/** Levels of reporting, numbered up or down one after the other: at least three, of reports, reviews or plans. */
function levelsIn(lines: readonly Paragraph[]): Set<Paragraph> {
  const numbers = lines.map((line) => Number(level.exec(line.text)?.[1] ?? Number.NaN));
  for (let from = 0; from < lines.length; from++) {
    const step = (numbers[from + 1] ?? Number.NaN) - (numbers[from] ?? Number.NaN);
    if (Math.abs(step) !== 1) continue;
    let to = from + 1;
    while (to + 1 < lines.length && (numbers[to + 1] ?? Number.NaN) - (numbers[to] ?? 0) === step) to++;
    const run = lines.slice(from, to + 1);
    const reports = run.filter((line) => /\breport|\breview|\bplans?\b|\bmeeting/i.test(line.text)).length;
    if (run.length >= 3 && reports * 2 >= run.length) return new Set(run);
  }
  return new Set();
}

function put(found: Found, part: Part, text: string): void {
  const { body } = found;
  if (part === 'members') body.members.push(memberOf(text));
  else body[part] = body[part] === null ? text : `${body[part]}\n${text}`;
}

/** "Ada Okafor (Chair)", "Ada Okafor – Head of Service". */
function memberOf(text: string): { name: string; role: string | null } {
  const said = /^([^(–—:,]{3,60}?)\s*(?:\(([^()]+)\)|[–—:,-]\s+(\S.*))$/.exec(text);
  if (!said?.[1]) return { name: text, role: null };
  return { name: said[1].trim(), role: said[2] ?? said[3] ?? null };
}

function add(context: Context, found: Found, field: string, line: Paragraph): void {
  found.lines.push({ field: field === 'heading' ? 'name' : field, line });
  context.mark(line.sheet.index, line.row, 0, field === 'heading' ? 'header' : 'placed');
}

/** "The role of the Board is to …", with the list that it introduces. */
function takeSentences(
  context: Context,
  found: Found[],
  own: readonly Paragraph[],
  taken: Set<Paragraph>,
): void {
  own.forEach((line, at) => {
    const said = sentence.exec(line.words);
    if (!said?.[1] || !said[2] || taken.has(line)) return;
    const body = bodyNamed(found, said[2].replace(/^the /i, ''), line);
    const list: Paragraph[] = [line];
    for (const next of own.slice(at + 1)) {
      if (!/:$/.test(line.text) || next.item === null) break;
      list.push(next);
    }
    takeLines(context, body, partOf(said[1]), list, taken);
  });
}
