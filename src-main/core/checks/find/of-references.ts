import { brokenLinks, linksInWords } from '#db/queries/checks-records.ts';
import { nearReferences } from '#shared/domain/near-references.ts';
import { otherRow, referenceKey, sameAs } from '#shared/domain/references.ts';
import { listWords } from '#shared/domain/words.ts';
import { type Data, onAction, type Raw, remedyOf } from './raw.ts';

/** Rows that point to another ("As 2.3 (i)") where there is none, each with the rows that may be meant. */
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
    const links = broken.get(action.id)?.map((link) => link.text) ?? [];
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
    const others = (of?.written ?? []).filter((one) => one !== action.ref);
    const quoted = listWords(words.map((text) => `“${text}”`));
    yield onAction(
      'broken-reference',
      action,
      `${quoted} leads nowhere: no row of this plan has that reference.`,
      {
        basis: words,
        remedies: nearReferences(ref, others).map((near) =>
          remedyOf(action.id, 'points-to', `It is ${near}`, near),
        ),
        write:
          inText === null
            ? { into: 'links', words: linksInWords(db, action.id) }
            : { into: 'text', words: action.text },
      },
    );
  }
}
