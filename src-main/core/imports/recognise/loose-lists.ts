import type { Context } from './context.ts';
import type { LooseLine } from './titles.ts';
import { foldSpace, isBullet, withoutBullet } from './words.ts';

/** Lists that stand outside tables under a heading of their own: a glossary, the statutory duties. */

const glossaryHeading =
  /^(?:\d{1,2}[.)]?\s*)?(?:glossary|abbreviations|acronyms|glossary of terms|list of (?:abbreviations|acronyms))(?:\s.{0,40})?:?$/i;
const dutiesHeading = /^(?:\d{1,2}[.)]?\s*)?(?:[\w’' ]{0,50}\b)?duties\s*:?$/i;
const act = /\b(?:[A-Z][\w’']*\s){1,5}Act\s(?:19|20)\d\d\b/;
const inForce =
  /\(?\s*[–-]?\s*((?:in ?to (?:force|effect)|with effect|in force|from|commenc\w+|effective)\s[^()]*\b(?:19|20)\d\d)\s*\)?/i;

/** Lines that a list used: its headings, and the lines that became entries. */
export type TakenLines = { readonly used: LooseLine[]; readonly headings: LooseLine[] };

/** Takes glossaries and lists of duties out of the loose lines. */
export function draftLooseLists(
  context: Context,
  lines: readonly LooseLine[],
  used: ReadonlySet<LooseLine>,
): TakenLines {
  const taken: LooseLine[] = [];
  const headings: LooseLine[] = [];
  lines.forEach((line, at) => {
    if (used.has(line) || taken.includes(line) || line.cells.length > 1) return;
    const below = runBelow(lines, at, used);
    const found = glossaryHeading.test(line.text)
      ? takeGlossary(context, below)
      : dutiesHeading.test(line.text)
        ? takeDuties(context, line, below)
        : [];
    if (found.length === 0) return;
    // The heading, and the Act named beneath, are said by the entries.
    headings.push(line, ...found.filter((one) => act.test(one.text) && !isBullet(one.text) && !pairIn(one)));
    taken.push(line, ...found);
  });
  return { used: taken, headings };
}

/** The lines after a heading, down to a gap of more than three rows or another sheet. */
function runBelow(lines: readonly LooseLine[], at: number, used: ReadonlySet<LooseLine>): LooseLine[] {
  const run: LooseLine[] = [];
  let last = lines[at];
  for (const line of lines.slice(at + 1)) {
    if (!last || line.sheet !== last.sheet || line.row - last.row > 3 || used.has(line)) break;
    if (line.part !== last.part) break;
    run.push(line);
    last = line;
  }
  return run;
}

function takeGlossary(context: Context, below: readonly LooseLine[]): LooseLine[] {
  const taken: LooseLine[] = [];
  for (let at = 0; at < below.length; at++) {
    const line = below[at];
    if (!line) break;
    const pair = pairIn(line);
    if (pair) {
      addTerm(context, line, line, pair[0], pair[1]);
      taken.push(line);
      continue;
    }
    // A term on one line and its meaning on the next.
    const next = below[at + 1];
    if (line.cells.length !== 1 || next?.cells.length !== 1) break;
    const set = line.cells[0]?.bold === true && next.cells[0]?.bold !== true && line.text.length <= 60;
    if (!(set || isTerm(line.text)) || next.text.length <= line.text.length) break;
    addTerm(context, line, next, line.text, next.text);
    taken.push(line, next);
    at++;
  }
  return taken;
}

function pairIn(line: LooseLine): [string, string] | null {
  const [first, second] = line.cells;
  if (first && second && line.cells.length === 2) return [foldSpace(first.text), foldSpace(second.text)];
  const [term, meaning, ...more] = (first?.text.trim() ?? '').split(/\s*\t+\s*/);
  if (term && meaning && more.length === 0 && term.length <= 60) return [foldSpace(term), foldSpace(meaning)];
  const split = /^([A-Z][\w&/., -]{0,30}?)\s*(?:[:=–—]|\s-\s)\s*(\S.{2,})$/.exec(withoutBullet(line.text));
  return split?.[1] && split[2] ? [split[1], split[2]] : null;
}

/** Abbreviations: mostly capitals, short. */
function isTerm(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '');
  const capitals = text.replace(/[^A-Z]/g, '');
  return text.length <= 30 && letters.length >= 2 && capitals.length >= letters.length * 0.6;
}

function addTerm(context: Context, from: LooseLine, to: LooseLine, term: string, meaning: string): void {
  const column = from.cells[0]?.column ?? 0;
  context.drafts.glossary.push({
    plan: 0,
    term,
    meaning,
    source: [context.layout(from.sheet.index, [['term', column, 0]]), from.row, to.row],
  });
}

/** Duties as bullets, the Act they rest on among the lines around them, the date in force in brackets. */
function takeDuties(context: Context, heading: LooseLine, below: readonly LooseLine[]): LooseLine[] {
  const duties = below.slice(
    0,
    Math.max(0, below.findIndex((line) => !isBullet(line.text)) + 1 || below.length),
  );
  const bullets = duties.filter((line) => isBullet(line.text));
  if (bullets.length < 2) return [];
  const after = duties.find((line) => !isBullet(line.text) && act.test(line.text) && line.text.length < 60);
  const basis = (after && act.exec(after.text)?.[0]) ?? act.exec(heading.text)?.[0] ?? null;
  for (const line of bullets) {
    const text = withoutBullet(line.text);
    const cell = line.cells[0];
    const force = inForce.exec(text)?.[1];
    context.drafts.duties.push({
      plan: 0,
      text,
      basis,
      inForceFrom: force && cell ? context.timescale(foldSpace(force), line.sheet.index, cell) : null,
      source: [context.layout(line.sheet.index, [['text', cell?.column ?? 0, 0]]), line.row, line.row],
    });
  }
  return [...bullets, ...(after ? [after] : [])];
}
