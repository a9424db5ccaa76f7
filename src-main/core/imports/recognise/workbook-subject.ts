import { factsOf, subjectFrom } from './document/facts.ts';
import type { LooseLine } from './titles.ts';

/** What a workbook's plan is of: "Cluster | Inspection date | Judgement" over or beside their answers, above its tables. */
export function subjectOfLines(lines: readonly LooseLine[]): string | null {
  const groups: LooseLine[][] = [];
  for (const line of lines) {
    if (!line.above || line.cells.length < 2) continue;
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group && last && last.sheet === line.sheet && line.row === last.row + 1) group.push(line);
    else groups.push([line]);
  }
  const facts = groups.flatMap((group) => {
    const [first] = group;
    const last = group[group.length - 1];
    if (!first || !last) return [];
    const right = Math.max(...group.flatMap((line) => line.cells.map((cell) => line.sheet.rightOf(cell))));
    return (
      factsOf({
        kind: 'table',
        sheet: first.sheet,
        number: 0,
        top: first.row,
        bottom: last.row,
        right,
        headerRows: 0,
      }) ?? []
    );
  });
  return subjectFrom(facts);
}
