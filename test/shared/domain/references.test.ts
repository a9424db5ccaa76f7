import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReference, otherRow, sameAs, splitReference } from '#shared/domain/references.ts';

const split: ReadonlyArray<readonly [string, string, string | null, string]> = [
  ['1.2 Deliver training', '1.2', null, 'Deliver training'],
  ['(iv) Provide', '(iv)', null, 'Provide'],
  ['iv) Provide', 'iv)', null, 'Provide'],
  ['iv. Provide', 'iv.', null, 'Provide'],
  ['BVPI 163b - Share', 'BVPI 163b', null, 'Share'],
  ['NI 72 Achievement', 'NI 72', null, 'Achievement'],
  ['NI72: Achievement', 'NI72', null, 'Achievement'],
  ['EY1.2 Improve', 'EY1.2', null, 'Improve'],
  ['EY 1.2 Improve', 'EY 1.2', null, 'Improve'],
  ['SDP/4 Improve', 'SDP/4', null, 'Improve'],
  ['Action 12', '12', 'Action', ''],
  ['Action 12: Improve', '12', 'Action', 'Improve'],
  ['Action 12 Improve', '12', 'Action', 'Improve'],
  ['1a Improve', '1a', null, 'Improve'],
  ['1a) Improve', '1a', null, 'Improve'],
  ['1a. Improve', '1a', null, 'Improve'],
  ['Obj 3.1 Improve', '3.1', 'Objective', 'Improve'],
  ['Obj. 3.1: Improve', '3.1', 'Objective', 'Improve'],
  ['Objective 3.1 Improve', '3.1', 'Objective', 'Improve'],
  ['KLOE 2 Improve', 'KLOE 2', null, 'Improve'],
  ['KLOE 2: Improve', 'KLOE 2', null, 'Improve'],
  ['KLOE2.3 text', 'KLOE2.3', null, 'text'],
  ['2.2 (i) Train', '2.2 (i)', null, 'Train'],
  ['3 (iv) Train', '3 (iv)', null, 'Train'],
  ['4.1(iii) Train', '4.1(iii)', null, 'Train'],
  ['1.0 Increase', '1.0', null, 'Increase'],
  ['A3 Improve', 'A3', null, 'Improve'],
  ['A3: Improve', 'A3', null, 'Improve'],
  ['A.3 Improve', 'A.3', null, 'Improve'],
  ['A-3 Improve', 'A-3', null, 'Improve'],
  ['Ref 1.2 Improve', '1.2', null, 'Improve'],
  ['Ref: 1.2 Improve', '1.2', null, 'Improve'],
  ['No. 4 Improve', '4', null, 'Improve'],
  ['No 4: Improve', '4', null, 'Improve'],
  ['#4 Improve', '4', null, 'Improve'],
  ['(1) Improve', '(1)', null, 'Improve'],
  ['1) Improve', '1', null, 'Improve'],
  ['[1] Improve', '[1]', null, 'Improve'],
  ['1 – Improve', '1', null, 'Improve'],
  ['1: Improve', '1', null, 'Improve'],
  ['1\tImprove', '1', null, 'Improve'],
  ['3. Improve', '3', null, 'Improve'],
  ['3.Improve', '3', null, 'Improve'],
  ['3.1.Improve', '3.1', null, 'Improve'],
  ['3.1. Improve', '3.1', null, 'Improve'],
  ['R1 Improve', 'R1', null, 'Improve'],
  ['R1: Improve', 'R1', null, 'Improve'],
  ['Rec 1 Improve', '1', 'Recommendation', 'Improve'],
  ['Rec 1: Improve', '1', 'Recommendation', 'Improve'],
  ['Recommendation 1a – Improve', '1a', 'Recommendation', 'Improve'],
  ['Priority One: Improve', 'One', 'Priority', 'Improve'],
  ['Priority A – Improve', 'A', 'Priority', 'Improve'],
  ['Aim 2 – Improve', '2', 'Aim', 'Improve'],
  ['Outcome 3. Improve', '3', 'Outcome', 'Improve'],
  ['Theme 1 - Improve', '1', 'Theme', 'Improve'],
  ['Target 5: Visit', '5', 'Target', 'Visit'],
  ['Task 3: Visit', 'Task 3', null, 'Visit'],
  ['Risk 4 – Visit', 'Risk 4', null, 'Visit'],
  ['Issue 2: Visit', 'Issue 2', null, 'Visit'],
  ['Strategic Objective 4: Visit', '4', 'Objective', 'Visit'],
  ['Key Action 3: Visit', '3', 'Action', 'Visit'],
  ['Key Priority 2: Visit', '2', 'Priority', 'Visit'],
  ['PI 12 Visit', 'PI 12', null, 'Visit'],
  ['PI12 Visit', 'PI12', null, 'Visit'],
  ['LPI 4b: Visit', 'LPI 4b', null, 'Visit'],
  ['CYP12: Improve', 'CYP12', null, 'Improve'],
  ['HC-04 Improve', 'HC-04', null, 'Improve'],
  ['a. Improve', 'a.', null, 'Improve'],
  ['M1 junction closed', 'M1', null, 'junction closed'],
  ['B12 vitamins', 'B12', null, 'vitamins'],
  ['1.1.1 Improve', '1.1.1', null, 'Improve'],
  ['1.1.1.1 Improve', '1.1.1.1', null, 'Improve'],
  ['1-1 Improve', '1-1', null, 'Improve'],
  ['C/1/2 Improve', 'C/1/2', null, 'Improve'],
  ['SO1.2a Improve', 'SO1.2a', null, 'Improve'],
  ['2a(ii) Improve', '2a(ii)', null, 'Improve'],
  ['2 (a) Improve', '2 (a)', null, 'Improve'],
  ['2(a)(i) Improve', '2(a)(i)', null, 'Improve'],
  ['PSA10: Visit', 'PSA10', null, 'Visit'],
  ['1.10 Improve', '1.10', null, 'Improve'],
  ['i) Visit', 'i)', null, 'Visit'],
  ['(a) Visit', '(a)', null, 'Visit'],
  ['(A) Visit', '(A)', null, 'Visit'],
  ['A) Visit', 'A', null, 'Visit'],
];

/** Figures and letters that number nothing. */
const none: readonly string[] = [
  'IV Provide',
  'SDP/4',
  '2 centres to open',
  '7 community plans',
  '100% of children',
  '30 hours offer',
  '2010 targets',
  '1 Improve',
  '12 Improve access to',
  'Milestone 2: Visit',
  'Success Criterion 3: Visit',
  'CYP 12 Improve',
  'Q1 report',
  'Phase 3 centres',
  'Year 2 pupils',
  'Level 4 or above',
  'Band 2 councils',
  '5 a day',
  '24/7 cover',
  '1:1 support',
  '4 x sessions',
  '1st meeting',
  '2nd phase',
  '10% increase',
  '£5k grant',
  '7.30 club',
  '12 June meeting',
  '3 year plan',
  '2-3 sessions',
  '2 - 3 sessions',
  'A good start',
  'I will',
  'i Improve',
  'COVID 19 recovery',
  'PSA 10',
  '0.5 FTE post',
  '2.5m budget',
  '1.5 hours',
  '10.5 hours',
  '3.4% rise',
  '1.2 - 1.4 Improve',
  '1.2/1.3 Improve',
  '1.2, 1.3 Improve',
  'c. March 2013',
  'e.g. posters',
];

const other: ReadonlyArray<readonly [string, ReturnType<typeof otherRow>]> = [
  ['As 2.3 (i)', { ref: '2.3 (i)' }],
  ['see 4.1', { ref: '4.1' }],
  ['as above', 'above'],
  ['ditto', 'above'],
  ['Ditto 2.1', { ref: '2.1' }],
  ['As above.', 'above'],
  ['"', 'above'],
  ['〃', 'above'],
  ['See above', 'above'],
  ['see action 4', { ref: '4' }],
  ['As for 2.3', { ref: '2.3' }],
  ['Same as 2.3', { ref: '2.3' }],
  ['same as above', 'above'],
  ['see below', 'below'],
  ['As 2.3 above', { ref: '2.3' }],
  ['refer to 4.2', { ref: '4.2' }],
  ['See objective 3', { ref: '3' }],
  ['see Ref 2.1 (ii)', { ref: '2.1 (ii)' }],
  ['As per 2.2 and 2.3', null],
  ['As in A3', { ref: 'A3' }],
  ['as previous', 'above'],
  ['as per row above', 'above'],
  ['-do-', 'above'],
  ['do.', 'above'],
  ['See also 2.1', null],
  ['As 2.1(i) but weekly', null],
  ['see section 4', { ref: '4' }],
  ['as item 3', { ref: '3' }],
  ['cf. 2.1', { ref: '2.1' }],
  ['Covered by 3.4', { ref: '3.4' }],
  ['Covered in 3.4', { ref: '3.4' }],
  ['Included in 2.1', { ref: '2.1' }],
  ['Linked to 2.1', null],
  ['Part of 2.1', null],
  ['See BVPI 163b', { ref: 'BVPI 163b' }],
  ['as agreed', null],
  ['see plan', null],
  ['As 2009', null],
];

describe('splitReference', () => {
  it.each(split)('parts %j', (text, ref, kind, rest) => {
    expect(splitReference(text)).toEqual({ ref, kind, rest });
  });

  it.each(none)('finds no reference before %j', (text) => {
    expect(splitReference(text)).toEqual({ ref: null, kind: null, rest: text });
  });

  it('loses no letter of any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .tuple(fc.constantFrom(...split.map(([text]) => text)), fc.string({ unit: 'binary' }))
            .map((t) => t.join('')),
        ),
        (text) => {
          const { ref, kind, rest } = splitReference(text);
          expect(text.endsWith(rest) || text.trim().endsWith(rest)).toBe(true);
          const before = text.trim().slice(0, text.trim().length - rest.length);
          if (ref === null) expect(before).toBe('');
          else if (kind === null) expect(before).toContain(ref);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('isReference', () => {
  it('knows the reference of every row by itself', () => {
    const refs = split.map(([, ref]) => ref).filter((ref) => ref !== 'One');
    expect(refs.filter((ref) => !isReference(ref))).toEqual([]);
  });

  it('takes no amount, time or heading for one', () => {
    const no = [
      '2 centres',
      '£4',
      '7.30 am',
      'Sept.10',
      '24/7',
      '2009',
      'Q1',
      'Year 2',
      'N/A',
      '12%',
      'Ongoing',
    ];
    expect(no.filter(isReference)).toEqual([]);
  });
});

describe('otherRow', () => {
  it.each(other)('says where %j points', (text, where) => {
    expect(otherRow(text)).toEqual(where);
  });

  it('gives the reference that sameAs gives', () => {
    for (const [text, where] of other)
      expect(sameAs(text)).toBe(typeof where === 'object' ? (where?.ref ?? null) : null);
  });
});
