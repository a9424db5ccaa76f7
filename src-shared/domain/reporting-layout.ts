import { orderedRows, rowsOf, type Up } from './reporting-rows.ts';
import { capital } from './words.ts';

/** Who reports to whom, by what and how often, laid out as boxes and arrows for screen and print. */

export type ReportingParty = {
  /** The same for the same body, plan or words. */
  readonly key: string;
  readonly kind: 'body' | 'plan' | 'words';
  readonly title: string;
};

export type ReportingLineDrawn = {
  readonly id: string;
  readonly level: number | null;
  readonly from: ReportingParty | null;
  /** What kind of report. Empty where only who reports to whom is known. */
  readonly report: string;
  readonly every: string | null;
  readonly to: ReportingParty | null;
};

export type ReportingBox = {
  readonly id: string;
  readonly kind: ReportingParty['kind'] | 'line';
  /** Title and what stands beneath it, broken into lines that fit. */
  readonly title: readonly string[];
  readonly detail: readonly string[];
  /** All of it for a screen reader. */
  readonly name: string;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type ReportingArrow = {
  readonly lineId: string;
  /** Whether it has a head: the arrow into a report's box has none. */
  readonly head: boolean;
  readonly points: readonly (readonly [number, number])[];
};

export type ReportingLayout = {
  readonly boxes: readonly ReportingBox[];
  readonly arrows: readonly ReportingArrow[];
  /** "Level 1" beside the row of its boxes. */
  readonly levels: readonly { readonly label: string; readonly y: number }[];
  readonly width: number;
  readonly height: number;
};

/** Sizes in CSS pixels; the drawing is scaled as a whole where it stands on paper. */
export const reportingSizes = {
  box: 208,
  gap: 24,
  between: 36,
  padding: 8,
  line: 16,
  /** Characters of 12 px type that fit in a box. */
  characters: 31,
  margin: 64,
} as const;

const size = reportingSizes;
export const lineBox = (lineId: string): string => `line ${lineId}`;

export function layOutReporting(lines: readonly ReportingLineDrawn[]): ReportingLayout {
  const { boxes, arrows, order } = partsOf(lines);
  const ids = [...boxes.keys()];
  const ups = arrows.map(({ from, to }) => ({ from, to }));
  const rows = rowsOf(ids, ups, order);
  const lists = orderedRows(ids, rows, ups);
  const hasLevels = lines.some(({ level }) => level !== null);
  const left = hasLevels ? size.margin : 0;
  const widest = Math.max(1, ...lists.map((list) => list.length));
  const inner = widest * size.box + (widest - 1) * size.gap;
  const placed = new Map<string, ReportingBox>();
  let y = 0;
  lists.forEach((list, row) => {
    const tallest = Math.max(0, ...list.map((id) => heightOf(boxes.get(id))));
    const own = list.length * size.box + (list.length - 1) * size.gap;
    list.forEach((id, at) => {
      const box = boxes.get(id);
      if (!box) return;
      const x = left + (inner - own) / 2 + at * (size.box + size.gap);
      const height = heightOf(box);
      placed.set(id, { ...box, row, x, y: y + (tallest - height) / 2, width: size.box, height });
    });
    y += tallest + size.between;
  });
  return {
    boxes: [...placed.values()].sort((a, b) => a.row - b.row || a.x - b.x),
    arrows: arrows.flatMap((arrow) => drawn(arrow, placed)),
    levels: levelsOf(lines, placed),
    width: left + inner,
    height: Math.max(0, y - size.between),
  };
}

type Unplaced = Omit<ReportingBox, 'row' | 'x' | 'y' | 'width' | 'height'>;
type Arrow = Up & { readonly lineId: string; readonly head: boolean };

function partsOf(lines: readonly ReportingLineDrawn[]) {
  const boxes = new Map<string, Unplaced>();
  const arrows: Arrow[] = [];
  const party = (one: ReportingParty): string => {
    if (!boxes.has(one.key)) {
      boxes.set(one.key, {
        id: one.key,
        kind: one.kind,
        title: broken(one.title),
        detail: [],
        name: one.title,
      });
    }
    return one.key;
  };
  for (const line of lines) {
    const [from, to] = [line.from && party(line.from), line.to && party(line.to)];
    if (line.report === '' && from && to) {
      arrows.push({ lineId: line.id, from, to, head: true });
      continue;
    }
    const id = lineBox(line.id);
    const report = line.report || 'Reports';
    const detail = line.every ? broken(capital(line.every)) : [];
    boxes.set(id, { id, kind: 'line', title: broken(report), detail, name: lineInWords(line) });
    if (from) arrows.push({ lineId: line.id, from, to: id, head: false });
    if (to) arrows.push({ lineId: line.id, from: id, to, head: true });
  }
  // What is numbered stands in the order of its numbers, the first the highest.
  const numbered = lines.filter((line) => line.level !== null && boxes.has(lineBox(line.id)));
  const levels = [...new Set(numbered.map(({ level }) => level))].sort((a, b) => Number(a) - Number(b));
  const order: Up[] = levels
    .slice(1)
    .flatMap((level, at) =>
      numbered
        .filter((line) => line.level === level)
        .flatMap((lower) =>
          numbered
            .filter((line) => line.level === levels[at])
            .map((upper) => ({ from: lineBox(lower.id), to: lineBox(upper.id) })),
        ),
    );
  return { boxes, arrows, order };
}

const heightOf = (box: Unplaced | undefined): number =>
  2 * size.padding + size.line * ((box?.title.length ?? 1) + (box?.detail.length ?? 0));

/** From the top of the lower box to the foot of the upper; a ring's arrow, that leads down, from foot to top. */
function drawn(arrow: Arrow, placed: ReadonlyMap<string, ReportingBox>): ReportingArrow[] {
  const [from, to] = [placed.get(arrow.from), placed.get(arrow.to)];
  if (!from || !to) return [];
  const up = from.row > to.row;
  const start = [from.x + from.width / 2, up ? from.y : from.y + from.height] as const;
  const end = [to.x + to.width / 2, up ? to.y + to.height : to.y] as const;
  const bend = up ? end[1] + size.between / 2 : end[1] - size.between / 2;
  const points =
    start[0] === end[0] ? [start, end] : [start, [start[0], bend] as const, [end[0], bend] as const, end];
  return [{ lineId: arrow.lineId, head: arrow.head, points }];
}

function levelsOf(
  lines: readonly ReportingLineDrawn[],
  placed: ReadonlyMap<string, ReportingBox>,
): ReportingLayout['levels'] {
  const byRow = new Map<number, { level: number; y: number }>();
  for (const { id, level } of lines) {
    const box = placed.get(lineBox(id));
    if (level === null || !box) continue;
    const before = byRow.get(box.row);
    if (!before || level < before.level) byRow.set(box.row, { level, y: box.y + box.height / 2 });
  }
  return [...byRow.values()].map(({ level, y }) => ({ label: `Level ${level}`, y }));
}

/** Words broken where they fit the box; a word longer than the box is cut. */
function broken(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    for (let rest = word; rest !== ''; ) {
      const room = line === '' ? size.characters : size.characters - line.length - 1;
      if (rest.length <= room) {
        line = line === '' ? rest : `${line} ${rest}`;
        rest = '';
      } else if (line !== '') {
        lines.push(line);
        line = '';
      } else {
        lines.push(rest.slice(0, size.characters));
        rest = rest.slice(size.characters);
      }
    }
  }
  if (line !== '') lines.push(line);
  return lines.length === 0 ? [''] : lines;
}

/** A line as a sentence: "Level 3: the Service Lead gives the Board the quarterly review, every quarter." */
export function lineInWords({ level, from, to, report, every }: ReportingLineDrawn): string {
  const what = report === '' ? 'reports' : report;
  const between = [from && `from ${from.title}`, to && `to ${to.title}`].filter(Boolean).join(' ');
  const pieces = [between ? `${what}, ${between}` : what, every].filter(Boolean).join(', ');
  return level === null ? capital(pieces) : `Level ${level}: ${pieces}`;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The box that an arrow key leads to: the next of the row, or the nearest above or below; itself at the edge. */
export function nextBox(layout: ReportingLayout, id: string, direction: Direction): string {
  const from = layout.boxes.find((box) => box.id === id);
  if (!from) return layout.boxes[0]?.id ?? id;
  if (direction === 'left' || direction === 'right') {
    const row = layout.boxes.filter((box) => box.row === from.row);
    const at = row.indexOf(from) + (direction === 'left' ? -1 : 1);
    return row[at]?.id ?? id;
  }
  const step = direction === 'up' ? -1 : 1;
  const near = layout.boxes
    .filter((box) => box.row === from.row + step)
    .sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x));
  return near[0]?.id ?? id;
}
