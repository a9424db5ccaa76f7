import type { LinkTargetShown } from '#shared/contract/links.ts';
import { nameKey } from '#shared/domain/link-targets.ts';

/** What suggests the targets of links while they are typed. */

export const kindWords: Readonly<Record<LinkTargetShown['kind'], string>> = {
  section: 'Section',
  action: 'Action',
  plan: 'Plan',
  kpi: 'KPI',
  duty: 'Duty',
  stream: 'Funding stream',
};

const most = 8;

/** The line being typed: what follows the last break. */
function lastLine(typed: string): { before: string; line: string } {
  const at = typed.lastIndexOf('\n') + 1;
  return { before: typed.slice(0, at), line: typed.slice(at).trimStart() };
}

/**
 * The targets that the line being typed may mean, each as the whole cell would read with it. Those of which the
 * reference or name begins so come first, then those that hold the words. A name that several plans have is written
 * with its plan.
 */
export function linkChoices(
  typed: string,
  targets: readonly LinkTargetShown[],
): { words: string; note: string }[] {
  const { before, line } = lastLine(typed);
  const looked = nameKey(line);
  if (looked === '') return [];
  const folded = line.trim().toLocaleLowerCase('en-GB');
  const begins: LinkTargetShown[] = [];
  const holds: LinkTargetShown[] = [];
  for (const target of targets) {
    if ([target.ref, target.title].some((name) => nameKey(name ?? '').startsWith(looked)))
      begins.push(target);
    else if (`${target.title} ${target.plan ?? ''}`.toLocaleLowerCase('en-GB').includes(folded))
      holds.push(target);
  }
  return [...begins, ...holds].slice(0, most).map((target) => ({
    words: `${before}${wordsFor(target, targets)}`,
    note: [target.ref === null ? null : target.title, kindWords[target.kind], target.plan]
      .filter(Boolean)
      .join(', '),
  }));
}

/** How a target is written so that it alone is meant. */
export function wordsFor(target: LinkTargetShown, targets: readonly LinkTargetShown[]): string {
  const name = target.ref ?? target.title;
  const key = nameKey(name);
  const alone = targets.every(
    (other) => other.id === target.id || (nameKey(other.ref ?? '') !== key && nameKey(other.title) !== key),
  );
  return alone || target.plan === null ? name : `${name} (${target.plan})`;
}
