import { leftOutMark } from '#shared/domain/suppression.ts';
import { count } from '#shared/domain/words.ts';
import type { Block } from '../document.ts';
import type { ContentIndex } from './content-index.ts';

/** What a report says of the small numbers that it leaves out: the rule, and how many; never which ones are small. */

/** Beside the title, where the report is of KPIs that count children. */
export function leftOutFacts(index: ContentIndex): { label: string; text: string }[] {
  const { kpis, rule } = index.leftOut;
  return kpis === 0 ? [] : [{ label: 'Small numbers', text: rule }];
}

/** At the end, with how many figures of these KPIs were left out. */
export function leftOutBlocks(index: ContentIndex, kpiIds: ReadonlySet<string>): Block[] {
  const figures = index.leftOut.figures.filter(({ kpiId }) => kpiIds.has(kpiId)).length;
  if (figures === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Small numbers' },
    {
      kind: 'words',
      runs: [
        {
          text: `${count(figures, 'figure')} of KPIs that count children ${figures === 1 ? 'is' : 'are'} left out and shown as ${leftOutMark}. ${index.leftOut.rule} Their statuses and directions are left out with them.`,
        },
      ],
    },
  ];
}

/** Beside the figures of one KPI. */
export function leftOutNote(index: ContentIndex, kpiId: string): Block[] {
  if (!index.leftOut.figures.some((one) => one.kpiId === kpiId)) return [];
  return [
    {
      kind: 'words',
      runs: [{ text: `${leftOutMark} is a small number, or one that would tell it: left out.`, quiet: true }],
    },
  ];
}
