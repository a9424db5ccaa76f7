import type { ActionRow, EditableField } from './plans.ts';

/**
 * A cell of the plan's grid as text: what stands in the editor when typing begins, what Copy takes, and what
 * `plans.setCells` reads back without change. Bullets, measures and links stand one a line.
 */
export function cellText(row: ActionRow, field: EditableField): string {
  switch (field) {
    case 'text':
      return [row.text, ...row.bullets.map((bullet) => `${bulletMark}${bullet}`)].join('\n');
    case 'leads':
      return row.leads.map((lead) => lead.text).join('\n');
    case 'timescale':
      return row.timescale?.text ?? '';
    case 'status':
      return row.status?.label ?? '';
    case 'lastUpdate':
      return row.lastUpdate?.text ?? '';
    case 'measures':
      return row.measures.map((measure) => measure.text).join('\n');
    case 'links':
      return linkLines(row.links).join('\n');
    case 'ref':
    case 'resources':
    case 'comment':
    case 'reviewOn':
      return row[field] ?? '';
  }
}

/** The lines that links were written as: words that point to several things stand in several links, and in one line. */
export function linkLines(links: readonly { text: string; code?: string | null | undefined }[]): string[] {
  return links.flatMap((link, at) => {
    const before = links[at - 1];
    const goesOn = before?.text === link.text && Boolean(before.code) && Boolean(link.code);
    return goesOn ? [] : [link.text];
  });
}

const bulletMark = '• ';
const bulletLine = /^\s*[•●▪◦‣∙·*–-]\s+(.*)$/;

/**
 * An action's words as typed: lines that begin with a bullet mark become bullets, an unmarked line after a
 * bullet goes on with it, and all before the first bullet is the text.
 */
export function readBullets(typed: string): { text: string; bullets: string[] } {
  const text: string[] = [];
  const bullets: string[] = [];
  for (const line of typed.replace(/\r\n?/g, '\n').split('\n')) {
    const bullet = bulletLine.exec(line)?.[1];
    if (bullet !== undefined) {
      if (bullet.trim()) bullets.push(bullet.trim());
    } else if (bullets.length > 0) {
      if (line.trim()) bullets.push(`${bullets.pop()} ${line.trim()}`);
    } else {
      text.push(line.trimEnd());
    }
  }
  return { text: text.join('\n').trim(), bullets };
}

/** The pieces of a cell that holds one thing a line; bullet marks before them do not count. */
export function readLines(typed: string): string[] {
  return typed
    .split(/\r\n?|\n/)
    .map((line) => (bulletLine.exec(line)?.[1] ?? line).trim())
    .filter((line) => line !== '');
}
