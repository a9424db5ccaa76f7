import type { z } from 'zod';
import { inReadTransaction } from '#db/change-log.ts';
import { reportTemplates } from '#db/queries/report-words.ts';
import type { MarkedPlace, reportsContract } from '#shared/contract/reports.ts';
import { placeKey } from '#shared/domain/own-words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { contentNow, newestSnapshot, openSnapshot } from '../snapshots/snapshots.ts';
import { composeFrom, openSource, type ReportSource, seenBy, sourceOf } from './compose-report.ts';
import type { Block, ReportDocument } from './document.ts';
import { type PlaceStanding, standingWords, wordsFor } from './own-words.ts';
import { layoutOf } from './templates.ts';
import { body, front } from './write/html.ts';
import { officeCss } from './write/office-html.ts';
import { reportCss } from './write/report-css.ts';

type Wish = z.output<typeof reportsContract.preview.input>;
type Preview = z.input<typeof reportsContract.preview.output>;

/** Blocks of a preview: the beginning of a long report tells how it looks, and a window stays quick. */
const mostBlocks = 160;
/** Rows of each of its tables. */
const mostRows = 40;

/** The report as it would be made now, with every place where words of the office's own can stand. */
export function previewReport({ app, register }: Doing, wish: Wish): Preview {
  return inReadTransaction(register.db, (db) => {
    const source = sourceFor({ app, register }, wish);
    const layout = layoutOf(db, wish);
    const words = wordsFor(db, wish);
    const report = composeFrom(source, wish.report, { ...wish, layout, words });
    // Every part and record can be chosen, also one that the layout leaves out.
    const whole = composeFrom(source, wish.report, { ...wish, layout: null, words: [] });
    const shown = new Set(report.parts?.map(({ id }) => id));
    const parts = whole.parts ?? [];
    const records = recordsIn(whole.blocks);
    const template = wish.templateId
      ? reportTemplates(db).find(({ id }) => id === wish.templateId)
      : undefined;
    const skeleton = (template?.choices.words ?? []).map(
      (one) => [placeKey(one), { ...one, name: template?.name ?? '', takenOn: null }] as const,
    );
    const places = placesOf(whole, records, standingWords(db, wish), new Map(skeleton), shown);
    const { document, cut } = shortened(report);
    return {
      // No style attribute reaches the window's page, whose rules forbid them; it sets them by itself.
      html: `${front(document)}${body(document)}`.replaceAll(' style="', ' data-style="'),
      css: `${reportCss}${officeCss(report.look)}`,
      cut,
      parts: parts.map(({ id, name, blocks }) => ({ id, name, says: blocks.length > 0 })),
      columns: columnsOf(whole.blocks),
      records: [...records].map(([id, name]) => ({ id, name })),
      places,
    };
  });
}

function sourceFor({ app, register }: Doing, wish: Wish): ReportSource {
  const { db } = register;
  const sees = seenBy(wish);
  if (wish.snapshotId !== null)
    return openSource(db, { snapshotId: wish.snapshotId, sees, sinceId: wish.sinceId });
  const at = app.options.now();
  const content = contentNow(db, { at, today: app.options.today() });
  const now = { id: '', name: 'To be taken', takenAt: at, hash: '', content };
  return sourceOf(db, now, sees, () => (wish.sinceId ? openSnapshot(db, wish.sinceId) : newestSnapshot(db)));
}

/** Sections, actions and KPIs under whose name words can stand, in the order in which they are told. */
function recordsIn(blocks: readonly Block[]): Map<string, string> {
  const records = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'heading' && block.recordId) records.set(block.recordId, block.text);
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      if (!row.recordId || records.has(row.recordId)) continue;
      if (row.kind === 'group') records.set(row.recordId, [row.ref, row.title].filter(Boolean).join(' '));
      else records.set(row.recordId, rowName(row.cells.slice(0, block.rowHeader + 1)));
    }
  }
  return records;
}

const rowName = (cells: readonly { readonly pieces: readonly unknown[] }[]): string =>
  cells
    .map(({ pieces }) => {
      const [first] = pieces as { kind: string; runs?: { text: string }[] }[];
      return (first?.runs ?? []).map(({ text }) => text).join('');
    })
    .filter((text) => text !== '')
    .join(' ');

const columnsOf = (blocks: readonly Block[]): string[] => [
  ...new Set(
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.columns.flatMap(({ label }, at) => (at === block.rowHeader ? [] : [label]))
        : [],
    ),
  ),
];

type From = NonNullable<MarkedPlace['from']>;

function placesOf(
  report: ReportDocument,
  records: ReadonlyMap<string, string>,
  standing: ReadonlyMap<string, PlaceStanding>,
  skeleton: ReadonlyMap<string, From & { place: string; recordId: string | null }>,
  shown: ReadonlySet<string>,
): MarkedPlace[] {
  const place = (name: string, where: string, recordId: string | null, isShown: boolean): MarkedPlace => {
    const key = placeKey({ place: where, recordId });
    const { own = null, from = null } = standing.get(key) ?? {};
    const planned = skeleton.get(key);
    const offered = from ?? (planned ? { ...pick(planned), name: planned.name, takenOn: null } : null);
    return {
      place: where,
      recordId,
      name,
      own: own && { ...pick(own), writtenOn: own.writtenOn },
      from: own ? null : offered,
      shown: isShown,
    };
  };
  const used = [...standing.keys(), ...skeleton.keys()].filter((key) => key.startsWith('at '));
  return [
    place('After the cover', 'foreword', null, true),
    ...(report.parts ?? []).flatMap(({ id, name }) => [
      place(`Before “${name}”`, `before:${id}`, null, shown.has(id)),
      place(`After “${name}”`, `after:${id}`, null, shown.has(id)),
    ]),
    ...[...new Set(used)].map((key) => {
      const id = key.slice('at '.length);
      return place(records.get(id) ?? 'Something that this report does not tell', 'at', id, records.has(id));
    }),
    place('At the end', 'closing', null, true),
    place('In the e-mail that carries it', 'mail', null, true),
  ];
}

const pick = ({ text, internal }: { text: string; internal: boolean }) => ({ text, internal });

/** The beginning of a long report, and of its long tables. */
function shortened(report: ReportDocument): { document: ReportDocument; cut: boolean } {
  let cut = report.blocks.length > mostBlocks;
  const blocks = report.blocks.slice(0, mostBlocks).map((block): Block => {
    if (block.kind !== 'table' || block.rows.length <= mostRows) return block;
    cut = true;
    return { ...block, rows: block.rows.slice(0, mostRows) };
  });
  return { document: { ...report, blocks }, cut };
}
