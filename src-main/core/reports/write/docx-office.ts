import { AlignmentType, ImageRun, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { OwnPiece } from '#shared/domain/own-words.ts';
import type { ReportDocument } from '../document.ts';
import { bullets, ink } from './docx-styles.ts';
import { textRuns } from './docx-words.ts';
import { cleanText } from './escape.ts';
import { logoSize } from './logo-size.ts';

/** The office's own part of a Word document: its logo, its words, and the head of its pages. */

/** Words of the office's own, all under one style, so that whoever edits changes all at once. */
export const ownParagraphs = (pieces: readonly OwnPiece[]): Paragraph[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'paragraph'
      ? [new Paragraph({ style: 'OfficeWords', children: textRuns(piece.text) })]
      : piece.items.map(
          (item) =>
            new Paragraph({
              style: 'OfficeWords',
              numbering: { reference: bullets, level: 0 },
              indent: { left: 454, hanging: 284 },
              children: textRuns(item),
            }),
        ),
  );

/** The logo over the title of the cover, at the right, with its words; nothing where there is none. */
export function coverLogo({ look, cover }: Pick<ReportDocument, 'look' | 'cover'>): Paragraph[] {
  const logo = cover?.logo === false ? null : look?.logo;
  if (!logo) return [];
  const picture = new ImageRun({
    type: 'png',
    data: Buffer.from(logo.png, 'base64'),
    transformation: logoSize(logo),
    // Charts are numbered by their place in the report, from 1.
    altText: {
      id: '900001',
      name: 'Logo',
      title: cleanText(logo.alt),
      description: cleanText(logo.alt),
    },
  });
  return [
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { after: 120 },
      keepNext: true,
      children: [picture],
    }),
  ];
}

/** The head of a page: how confidential it is, and at the right whose it is, which the cover says itself. */
export function headParagraph(
  { look, partnership, confidential }: Pick<ReportDocument, 'look' | 'partnership' | 'confidential'>,
  o: { width: number; isCover: boolean },
): Paragraph | null {
  const named = look !== undefined && !o.isCover;
  if (!confidential && !named) return null;
  return new Paragraph({
    style: 'Header',
    tabStops: [{ type: TabStopType.RIGHT, position: o.width }],
    children: [
      ...textRuns(confidential ?? ''),
      ...(named
        ? [new TextRun({ children: [new Tab()] }), ...textRuns(partnership, { style: 'OfficeName' })]
        : []),
    ],
  });
}

/** #rrggbb as Word writes it; ink where there is none. */
export const wordColour = (colour: string | null | undefined): string =>
  /^#[0-9a-f]{6}$/.test(colour ?? '') ? (colour ?? '').slice(1).toUpperCase() : ink;
