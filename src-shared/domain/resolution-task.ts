/** Verbs by which somebody is to give a report: its name is what stands behind them. */
const giving = /^(?:bring|provide|submit|present|prepare|make|give|circulate|produce)s?\s+(?:an?|the)\s+/i;
const asksToo =
  /^(?:be\s+(?:asked|requested|instructed|invited)\s+to|(?:should|shall|will|is|are)(?:\s+to)?|to)\s+/i;

/**
 * What is to be done by the words of a resolution, without "That", without who is to do it where they stand first, and
 * without the time at the end: "That J Whitlock agree the hours by 31 January." gives "Agree the hours". A report is
 * named by what it is: "Progress report on the lease". The words stand whole where nothing would be left of them.
 */
export function taskOf(
  text: string,
  o: { readonly leads: readonly string[]; readonly time: string | null; readonly isReport: boolean },
): string {
  const whole = text.trim();
  let task = whole.replace(/^that\s+/i, '').replace(/[\s.;,]+$/, '');
  const who = o.leads.find((lead) => startsWith(task.replace(/^the\s+/i, ''), lead));
  if (who !== undefined) {
    task = task
      .replace(/^the\s+/i, '')
      .slice(who.length)
      .trim()
      .replace(asksToo, '');
  }
  if (o.time !== null) task = withoutEnd(task, o.time);
  if (o.isReport && /\b(?:report|update|briefing|statement)/i.test(task)) task = task.replace(giving, '');
  task = task.trim();
  if (task.split(/\s+/).length < 2) return whole;
  return task.charAt(0).toLocaleUpperCase('en-GB') + task.slice(1);
}

const startsWith = (text: string, start: string) =>
  start !== '' && text.toLocaleLowerCase('en-GB').startsWith(`${start.toLocaleLowerCase('en-GB')} `);

/** Without these words at its end, and the preposition before them. */
function withoutEnd(text: string, end: string): string {
  const plain = end.trim().replace(/[\s.;,]+$/, '');
  if (plain === '' || !text.toLocaleLowerCase('en-GB').endsWith(plain.toLocaleLowerCase('en-GB')))
    return text;
  return text
    .slice(0, text.length - plain.length)
    .replace(/[\s,]*(?:\b(?:by|before|until|on|at|in|from)\s*)?$/i, '');
}
