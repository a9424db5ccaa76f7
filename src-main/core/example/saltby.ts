import { wordKey } from './keys.ts';
import type { PlanRow } from './rows.ts';

/** The plan that answers an inspection of a group of centres. */
export const saltby: PlanRow = {
  name: 'saltby',
  kind: 'inspection action plan',
  title: 'Saltby cluster improvement plan',
  period: { label: 'May 2010 to April 2011', start: '2010-05-01', end: '2011-04-30' },
  subject:
    'Saltby cluster: Saltby, Eastmere and Carr Bridge children’s centres. Inspected on 11 March 2010. Judged satisfactory.',
  key: wordKey,
  since: '2010-05-10',
  sections: [
    {
      kind: 'recommendation',
      ref: '1.0',
      title: 'Reach more of the families who have most to gain',
      actions: [
        {
          ref: '1.1',
          text: 'Agree with the data team who lives in the reach area, by street and by age',
          leads: 'Data team, Centre manager & Outreach co-ordinator',
          when: 'June 2010',
          measures: ['A map for each centre, redrawn each April'],
          progress: [['2010-06-18', 'complete', 'Maps agreed for all three centres', 'CY']],
        },
        {
          ref: '1.2',
          text: 'Register families at every birth registration and at the nine-month check',
          leads: 'Centre manager / Health visitors',
          when: 'Ongoing from June 2010',
          measures: [{ text: 'Two in three under-fives registered', kpi: 'FM 16' }],
          progress: [
            ['2010-07-20', 'on-track', 'Forms at the register office since 1 July', 'CY'],
            ['2010-10-01', 'on-track', '58% registered, from 49% in May', 'CY'],
          ],
          comment: 'Review at the November forum, 23/11/10',
          reviewOn: '2010-11-23',
        },
        {
          ref: '1.3',
          text: 'Write a welcome pack that says in a page what the centres are for',
          leads: 'Outreach co-ordinator',
          when: 'By September 2010, new date Dec 2010',
          before: [{ until: '2010-09-28', when: 'By September 2010' }],
          measures: ['Pack used by health visitors, housing and the library'],
          progress: [['2010-09-28', 'at-risk', 'Words agreed; no money for printing until November', 'CY']],
          comment: 'New target date set as Dec 10',
        },
        {
          ref: '1.4',
          text: 'Ring every family that came once and has not come again',
          leads: 'Outreach worker',
          when: 'Each term',
          measures: ['All rung within eight weeks'],
          progress: [['2010-07-22', 'on-track', '84 of 91 rung; 33 have come back', 'CY']],
        },
      ],
    },
    {
      kind: 'recommendation',
      ref: '2.0',
      title: 'Use figures to decide what to offer',
      actions: [
        {
          ref: '2.1',
          text: 'One data book for the cluster, with what the figures mean in words',
          leads: 'Centre manager & Priya Nandy',
          when: 'Annually in May',
          measures: ['Read by the advisory board before it sets the programme'],
          progress: [['2010-06-30', 'complete', 'First book out', 'PN']],
        },
        {
          ref: '2.2',
          text: 'Monthly births from the PCT, by postcode',
          leads: 'Jean Whitlock, Priya Nandy',
          when: 'Sept 10',
          progress: [
            ['2010-09-14', 'at-risk', 'Waits for the same consent wording as the referral form', 'JW'],
          ],
          links: ['Delivery plan 2010-11, 2.1 (iii)'],
        },
        {
          ref: '2.3',
          text: 'Drop the two sessions that fewest use, and ask before choosing what follows',
          leads: 'Centre manager',
          when: 'October half term 2010',
          progress: [['2010-09-27', 'on-track', 'Tuesday craft and Friday songs end on 22 October', 'CY']],
        },
      ],
    },
    {
      kind: 'recommendation',
      ref: '3.0',
      title: 'Help adults to learn and to find work',
      actions: [
        {
          ref: '3.1',
          text: 'Agree with adult learning what it will teach in the centres and how it will be judged',
          leads: 'Centre manager and Family learning tutor',
          when: 'By July 2010',
          measures: ['Agreement signed', { text: '70 parents begin a course', kpi: 'FM 29' }],
          progress: [
            ['2010-07-13', 'complete', 'Signed on 12 July; English and first maths from September', 'UB'],
          ],
        },
        {
          ref: '3.2',
          text: 'Volunteer programme for ten parents, with training and a reference at the end',
          leads: 'Outreach co-ordinator',
          when: 'January 2011',
          progress: [['2010-10-04', 'on-track', 'Six recruited, two from the families in 1.4', 'CY']],
        },
        {
          ref: '3.3',
          text: 'Jobcentre adviser in each centre one morning a week',
          leads: 'Owen Sutter',
          when: 'From June 2010',
          progress: [['2010-07-06', 'at-risk', 'Saltby only; see delivery plan 1.2 (ii)', 'OS']],
        },
      ],
    },
    {
      kind: 'recommendation',
      ref: '4.0',
      title: 'Know what difference the centres make',
      actions: [
        {
          ref: '4.1',
          text: 'Follow 30 families for a year: what they came for, what changed',
          leads: 'Outreach co-ordinator',
          when: 'September 2010 - August 2011',
          progress: [['2010-09-30', 'on-track', '30 families have agreed', 'CY']],
        },
        {
          ref: '4.2',
          text: 'Write down after each course what parents can now do that they could not before',
          leads: 'Family learning tutor',
          when: 'Termly',
        },
      ],
    },
    {
      kind: 'recommendation',
      ref: '5.0',
      title: 'A board that asks the right questions',
      actions: [
        {
          ref: '5.1',
          text: 'Three more parents on the advisory board, and a parent as vice-chair',
          leads: 'Col Yarrow',
          when: 'By end of autumn term 2010',
          progress: [['2010-09-27', 'on-track', 'Two have said yes', 'CY']],
        },
        {
          ref: '5.2',
          text: 'Half-day of training for the board on reading figures',
          leads: 'Priya Nandy/Col Yarrow',
          when: 'Feb 2011',
        },
      ],
    },
  ],
};
