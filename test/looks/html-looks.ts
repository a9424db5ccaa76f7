import { allParts, type Part, readPage } from './html-page.ts';

/**
 * What is wrong with a report as a web page, one line each: its language, title, headings, tables, pictures and
 * names, and anything in it that would run or be fetched. Axe looks at it besides, in a browser (`in-browser.ts`).
 */
export function htmlFaults(html: string): string[] {
  const all = allParts(readPage(html));
  const named = (name: string) => all.filter((one) => one.name === name);
  return [
    ...(html.startsWith('<!doctype html>') ? [] : ['no doctype']),
    ...(named('html')[0]?.attributes.get('lang') === 'en-GB' ? [] : ['the language is not en-GB']),
    ...(named('title')[0]?.text.trim() ? [] : ['no title']),
    ...headingFaults(all),
    ...named('table').flatMap(tableFaults),
    ...named('svg')
      .filter(isNameless)
      .map(() => 'a drawing has neither a name nor is it hidden'),
    ...named('img')
      .filter(({ attributes }) => !attributes.has('alt'))
      .map(() => 'a picture has no alternative text'),
    ...all.flatMap(liveFaults),
    ...styleFaults(named('style')),
  ];
}

function headingFaults(all: readonly Part[]): string[] {
  const headings = all.filter(({ name }) => /^h[1-6]$/.test(name));
  const levels = headings.map(({ name }) => Number(name.slice(1)));
  const firsts = levels.filter((level) => level === 1).length;
  return [
    ...(firsts === 1 ? [] : [`${firsts} first headings`]),
    ...levels.flatMap((level, at) =>
      at > 0 && level > (levels[at - 1] ?? 0) + 1
        ? [`a heading jumps to level ${level}: ${headings[at]?.text}`]
        : [],
    ),
    ...headings.filter(({ text }) => text.trim() === '').map(({ name }) => `an empty ${name}`),
  ];
}

function tableFaults(table: Part): string[] {
  const inside = allParts(table.parts);
  const caption = inside.find(({ name }) => name === 'caption')?.text.trim() ?? '';
  const heads = inside.filter(({ name }) => name === 'th');
  const rows = inside.filter(({ name }) => name === 'tr');
  const widths = new Set(rows.map(({ parts }) => parts.reduce((sum, cell) => sum + spanOf(cell), 0)));
  return [
    ...(caption === '' ? ['a table has no caption'] : []),
    ...(heads.length > 0 ? [] : [`no heading cell: ${caption}`]),
    ...heads
      .filter(({ attributes }) => !attributes.has('scope'))
      .map(({ text }) => `no scope: ${caption}, ${text}`),
    ...heads
      .filter(({ text, attributes }) => text.trim() === '' && attributes.get('scope') !== 'row')
      .map(() => `an empty heading cell: ${caption}`),
    ...(widths.size <= 1 ? [] : [`rows of different widths: ${caption}`]),
  ];
}

const spanOf = ({ attributes }: Part) => Number(attributes.get('colspan') ?? 1);

function isNameless({ attributes }: Part): boolean {
  if (attributes.get('aria-hidden') === 'true') return false;
  return (
    attributes.get('role') !== 'img' || !(attributes.has('aria-labelledby') || attributes.has('aria-label'))
  );
}

const forbidden = /^(?:script|iframe|object|embed|form|input|button|link|base|audio|video|foreignobject)$/;

function liveFaults({ name, attributes }: Part): string[] {
  const faults = forbidden.test(name) ? [`a ${name}`] : [];
  for (const [key, value] of attributes) {
    if (key.startsWith('on')) faults.push(`${name} has ${key}`);
    if (key === 'href' && !/^#[\w-]+$/.test(value)) faults.push(`${name} leads to ${value}`);
    if (key === 'src' && !value.startsWith('data:image/')) faults.push(`${name} fetches ${value}`);
    if (key === 'style' && /url|expression|@/i.test(value)) faults.push(`${name} is styled ${value}`);
  }
  return faults;
}

/** Words of the register stand in strings of the printed page's foot, and nowhere else in the rules. */
function styleFaults(sheets: readonly Part[]): string[] {
  const rules = sheets.map(({ text }) => text.replaceAll(/"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"/g, '')).join('');
  return /url\((?!data:)|@import|</.test(rules) ? ['the style sheet fetches something, or ends early'] : [];
}
