import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layOutReporting,
  lineBox,
  lineInWords,
  nextBox,
  type ReportingLineDrawn,
  type ReportingParty,
} from '#shared/domain/reporting-layout.ts';

const party = (title: string): ReportingParty => ({ key: `body ${title}`, kind: 'body', title });
const line = (id: string, more: Partial<ReportingLineDrawn> = {}): ReportingLineDrawn => ({
  id,
  level: null,
  from: null,
  report: 'Highlights and risks',
  every: null,
  to: null,
  ...more,
});

describe('the drawing of reporting lines', () => {
  it('puts six numbered levels one above the other, the first the highest', () => {
    const layout = layOutReporting([4, 2, 6, 1, 5, 3].map((level) => line(String(level), { level })));
    expect(layout.boxes.map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5, 6].map((level) => lineBox(String(level))),
    );
    expect(layout.levels.map(({ label }) => label).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `Level ${n}`),
    );
  });

  it('puts who is reported to above who reports, with the report between', () => {
    const layout = layOutReporting([
      line('a', { from: party('Group'), to: party('Board'), every: 'quarterly' }),
    ]);
    expect(layout.boxes.map(({ name }) => name)).toEqual([
      'Board',
      'Highlights and risks, from Group to Board, quarterly',
      'Group',
    ]);
    expect(layout.arrows.map(({ head }) => head)).toEqual([false, true]);
  });

  it('draws a bare arrow where only who reports to whom is known', () => {
    const layout = layOutReporting([line('a', { report: '', from: party('Group'), to: party('Board') })]);
    expect(layout.boxes).toHaveLength(2);
    expect(layout.arrows).toHaveLength(1);
  });

  it('says each line as a sentence', () => {
    expect(lineInWords(line('a', { level: 5, to: party('Board'), every: 'each quarter' }))).toBe(
      'Level 5: Highlights and risks, to Board, each quarter',
    );
  });

  const names = ['A', 'B', 'C', 'D', 'E', 'F'].map((title) => fc.constant(party(title)));
  const anyLines = fc.array(
    fc.record({
      level: fc.option(fc.integer({ min: 1, max: 6 })),
      from: fc.option(fc.oneof(...names)),
      to: fc.option(fc.oneof(...names)),
      report: fc.oneof(fc.constant(''), fc.lorem({ maxCount: 12 })),
      every: fc.option(fc.constant('quarterly')),
    }),
    { maxLength: 14 },
  );
  const numbered = anyLines.map((lines) => lines.map((one, at) => ({ ...one, id: String(at) })));

  it('overlaps no two boxes, stays within its bounds and shows every line, rings too', () => {
    fc.assert(
      fc.property(numbered, (lines) => {
        const { boxes, arrows, width, height } = layOutReporting(lines);
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          for (const other of boxes) {
            const apart =
              box === other ||
              box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y;
            expect(apart).toBe(true);
          }
        }
        for (const { id, report, from, to } of lines) {
          const asBox = boxes.some((box) => box.id === lineBox(id));
          const asArrow = arrows.some((arrow) => arrow.lineId === id);
          expect(report === '' && from && to ? asArrow : asBox).toBe(true);
        }
      }),
    );
  });

  it('reaches every box by the arrow keys from the first', () => {
    fc.assert(
      fc.property(numbered, (lines) => {
        const layout = layOutReporting(lines);
        const reached = new Set<string>();
        const next = layout.boxes.slice(0, 1).map(({ id }) => id);
        for (let id = next.pop(); id !== undefined; id = next.pop()) {
          if (reached.has(id)) continue;
          reached.add(id);
          for (const direction of ['up', 'down', 'left', 'right'] as const)
            next.push(nextBox(layout, id, direction));
        }
        expect(reached.size).toBe(layout.boxes.length);
      }),
    );
  });
});
