import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { LinkLine } from '#shared/contract/links.ts';
import { useTRPC } from '../../client/trpc.ts';

type Piece = LinkLine['pieces'][number];

/** What one piece of a link means, in a line of words. */
export function pieceInWords({ code, target, several }: Piece): string {
  const said = code === null ? '' : `${code}: `;
  if (target) {
    const name = [target.ref === code ? null : target.ref, target.title].filter(Boolean).join(' ');
    return `${said}${name}${target.plan ? `, ${target.plan}` : ''}`;
  }
  if (several.length > 0) return `${said}in ${several.length} plans. Write the plan’s title behind it.`;
  return `${said}leads nowhere yet. The words are kept.`;
}

/** What words typed as links mean, line by line, as they are typed. */
export function LinkReading({ planId, text }: { planId: string; text: string }) {
  const trpc = useTRPC();
  const asked = useDeferredValue(text);
  const read = useQuery({
    ...trpc.links.read.queryOptions({ planId, actionId: null, text: asked }),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  });
  if (asked.trim() === '' || !read.data) return null;
  return (
    <span role="status" className="link-reading">
      {read.data.flatMap((line) =>
        line.pieces.map((piece) => <span key={`${line.text} ${piece.code}`}>{pieceInWords(piece)}</span>),
      )}
    </span>
  );
}
