import { Document, type FileChild, Footer, Packer, Paragraph, TableCell, TableRow, WidthType } from 'docx';
import { packAsAt } from '../reports/write/docx-pack.ts';
import { bullets, chrome, numbering, reportStyles, twips } from '../reports/write/docx-styles.ts';
import { afterTable, namedTable } from '../reports/write/docx-table.ts';
import { textRuns } from '../reports/write/docx-words.ts';
import { cleanText } from '../reports/write/escape.ts';
import { choicesLine, wordFormWords, wordTitle } from './form-texts.ts';
import { type FormFacts, frontFields, type LaidForm, type LaidTable, layForm } from './lay-form.ts';

/**
 * The same form for those who do not use Excel: a table for each action, measure and figure, what the register says on
 * grey and empty cells beside what is asked. Its identity is a small line that can be seen, for Word hides nothing well.
 */
export async function writeFormDocx(facts: FormFacts, at: string): Promise<Uint8Array> {
  const form = layForm(facts);
  const document = new Document({
    title: cleanText(`${form.title}: ${facts.lead}`),
    creator: cleanText(facts.partnership),
    lastModifiedBy: cleanText(facts.partnership),
    description: '',
    revision: 1,
    styles: reportStyles(),
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: twips(16), right: twips(15), bottom: twips(16), left: twips(15) },
          },
        },
        footers: { default: new Footer({ children: [paragraph(form.mark, 'Footer')] }) },
        children: [...front(form), ...form.tables.flatMap((table) => tablesOf(table))],
      },
    ],
  });
  return packAsAt(await Packer.toBuffer(document), at);
}

const widths = [twips(45), twips(135)] as const;

function front(form: LaidForm): FileChild[] {
  return [
    paragraph(form.title, 'Title'),
    paragraph(form.about, 'Subtitle'),
    ...form.howTo.map(
      (line) => new Paragraph({ numbering: { reference: bullets, level: 0 }, children: textRuns(line) }),
    ),
    namedTable({
      caption: form.title,
      heads: [wordFormWords.yours, ''],
      widths,
      firstColumnHeads: true,
      rows: frontFields.map(({ label }) => line(label, '', false)),
    }),
    afterTable(),
    paragraph(form.mark, 'TableText'),
  ];
}

function tablesOf(table: LaidTable): FileChild[] {
  return [
    paragraph(table.title, 'Heading1'),
    ...table.rows.flatMap((row) => [
      namedTable({
        caption: wordTitle(table, row.cells[0]?.text ?? ''),
        heads: [wordTitle(table, row.cells[0]?.text ?? ''), ''],
        widths,
        firstColumnHeads: true,
        rows: [
          ...table.columns.flatMap(({ label, fill }, at) => {
            const cell = row.cells[at];
            // What says nothing is not asked to be read.
            if (!fill && (cell?.text ?? '') === '') return [];
            const choices = cell?.check?.kind === 'choice' ? cell.check.choices : [];
            return [line(label, cell?.text ?? '', !fill, choices)];
          }),
          line(wordFormWords.identity, row.key, true),
        ],
      }),
      afterTable(),
    ]),
  ];
}

const paragraph = (text: string, style: string) => new Paragraph({ style, children: textRuns(text) });

/** The choices stand under the label, where they cannot be taken for an answer. */
function line(label: string, text: string, grey: boolean, choices: readonly string[] = []): TableRow {
  const shading = grey ? { shading: { fill: chrome, color: 'auto', type: 'clear' as const } } : {};
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: widths[0], type: WidthType.DXA },
        ...shading,
        children: [
          new Paragraph({ style: 'TableText', children: textRuns(label, { bold: !grey }) }),
          ...(choices.length > 0 ? [paragraph(choicesLine(choices), 'TableText')] : []),
        ],
      }),
      new TableCell({
        width: { size: widths[1], type: WidthType.DXA },
        ...shading,
        children: [paragraph(text, 'TableText')],
      }),
    ],
  });
}
