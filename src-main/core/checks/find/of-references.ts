import { brokenLinks, linksInWords } from '#db/queries/checks-records.ts';
import { nearReferences } from '#shared/domain/near-references.ts';
import { otherRow, referenceKey, sameAs } from '#shared/domain/references.ts';
import { listWords } from '#shared/domain/words.ts';
import { type Data, onAction, type Raw, remedyOf } from './raw.ts';

/**
 * Words that point to something where there is nothing: another row ("As 2.3 (i)"), with the rows that may be meant, or
 * a priority, a plan, a KPI, a duty or a funding stream.
 */
export function* references({ db, open, judgement }: Data): Generator<Raw> {
  const broken = Map.groupBy(brokenLinks(db), (link) => link.actionId);
  const refs = new Map<string, { keys: Set<string>; written: string[] }>();
  for (const { action } of judgement.actions) {
    if (action.ref === null) continue;
    const known = refs.get(action.planId) ?? { keys: new Set(), written: [] };
    refs.set(action.planId, known);
    known.keys.add(referenceKey(action.ref));
    known.written.push(action.ref);
  }
  for (const action of open) {
    const loose = broken.get(action.id) ?? [];
    const links = loose.map((link) => link.text);
    const of = refs.get(action.planId);
    const meant = otherRow(action.text);
    const inText =
      meant !== null && typeof meant === 'object' && !of?.keys.has(referenceKey(meant.ref))
        ? meant.ref
        : null;
    const words = [...new Set([...(inText === null ? [] : [action.text]), ...links])];
    const [first] = words;
    if (first === undefined) continue;
    const ref = inText ?? sameAs(first) ?? first;
    const ofRow = inText !== null || loose[0]?.isRow === 1;
    const others = (of?.written ?? []).filter((one) => one !== action.ref);
    const quoted = listWords(words.map((text) => `“${text}”`));
    yield onAction(
      'broken-reference',
      action,
      `${quoted} ${words.length === 1 ? 'leads' : 'lead'} nowhere: ${
        ofRow
          ? 'no row of this plan has that reference.'
          : 'nothing in the register has that name or reference.'
      }`,
      {
        basis: words,
        remedies: ofRow
          ? nearReferences(ref, others).map((near) => remedyOf(action.id, 'points-to', `It is ${near}`, near))
          : [],
        write:
          inText === null
            ? { into: 'links', words: linksInWords(db, action.id) }
            : { into: 'text', words: action.text },
      },
    );
  }
}
