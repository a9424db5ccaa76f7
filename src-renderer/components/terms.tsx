import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { type TermPiece, termReader } from '#shared/domain/terms.ts';
import { useTRPC } from '../client/trpc.ts';

type Entry = { readonly id: string; readonly term: string; readonly meaning: string };
export type TermReader = (text: string) => TermPiece<Entry>[];

const plain: TermReader = (text) => [{ text, term: null }];

/** The terms that hold in a plan: its own, and the office's. */
export function useTerms(planId: string): TermReader {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.settings.words.queryOptions());
  const glossary = data?.glossary;
  return useMemo(() => {
    if (!glossary || glossary.length === 0) return plain;
    const own = glossary.filter((one) => one.planId === planId);
    return termReader<Entry>([...own, ...glossary.filter((one) => one.planId === null)]);
  }, [glossary, planId]);
}

/** Words with the terms in them marked; the focus or the pointer on one gives its meaning. */
export function Terms({ text, reader }: { text: string; reader: TermReader }) {
  let at = 0;
  return reader(text).map((piece) => {
    const key = at;
    at += piece.text.length;
    if (!piece.term) return <span key={key}>{piece.text}</span>;
    return (
      <TooltipTrigger key={key} delay={300} closeDelay={0}>
        <Button className="term">{piece.text}</Button>
        <Tooltip className="float tip" offset={4}>
          {piece.term.meaning}
        </Tooltip>
      </TooltipTrigger>
    );
  });
}
