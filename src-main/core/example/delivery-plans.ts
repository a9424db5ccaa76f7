import { choicePriority } from './delivery-2010-choice.ts';
import { earlyPriority } from './delivery-2010-early.ts';
import { latePriorities } from './delivery-2010-late.ts';
import { defaultKey } from './keys.ts';
import type { PlanRow } from './rows.ts';

/** Last year's delivery plan: closed, and carried on by this year's. */
export const delivery2009: PlanRow = {
  name: 'delivery-2009',
  kind: 'delivery plan',
  title: 'Early Years Delivery Plan 2009-10',
  period: { label: '2009-10', start: '2009-04-01', end: '2010-03-31' },
  key: defaultKey,
  since: '2009-04-01',
  sections: [
    {
      kind: 'priority',
      ref: '1',
      title: 'Families know what there is',
      leads: 'Marian Okafor',
      actions: [
        {
          ref: '1.1',
          text: 'Gather childcare vacancies from day nurseries each month',
          leads: 'HB',
          when: 'From September 2009',
          progress: [
            ['2009-11-20', 'on-track', '29 of 34 nurseries send theirs', 'HB'],
            ['2010-03-18', 'complete', 'All 34; ready to go weekly', 'HB'],
          ],
        },
        {
          ref: '1.2',
          text: 'Stall at the county show, both days',
          leads: 'MO',
          when: 'July 2009',
          progress: [['2009-07-21', 'complete', '340 families spoken to; 96 asked for a visit', 'MO']],
        },
        {
          ref: '1.3',
          text: 'Find out whether an online fee calculator is possible',
          leads: 'PN',
          when: 'Dec 2009',
          progress: [['2009-12-10', 'complete', 'It is: quoted at £3,200', 'PN']],
        },
        {
          ref: '1.4',
          text: 'Start a parents’ forum in Saltby and Eastmere',
          leads: 'CY, DM',
          when: 'By end of summer term 2009',
          progress: [
            ['2009-07-15', 'at-risk', 'Eastmere has met; Saltby has no chair', 'DM'],
            ['2009-11-11', 'complete', 'Both meet each term', 'CY'],
          ],
        },
      ],
    },
    {
      kind: 'priority',
      ref: '2',
      title: 'Help comes early',
      leads: 'Tom Pellow',
      actions: [
        {
          ref: '2.1',
          text: 'One what’s-on guide for all centres instead of nine',
          leads: 'TP',
          when: 'Spring 2009',
          progress: [['2009-06-02', 'complete', 'First joint guide delivered in May', 'TP']],
        },
        {
          ref: '2.2 (i)',
          text: 'List every route by which a family is referred today',
          leads: 'JW',
          when: 'By June 2009',
          progress: [['2009-06-25', 'complete', 'Fourteen routes, six different forms', 'JW']],
        },
        {
          ref: '2.2 (ii)',
          text: 'Agree a shared process for referrals between health visitors and centres',
          leads: 'JW, TP',
          when: 'March 2010',
          measures: ['Process agreed by both services'],
          progress: [
            ['2009-10-06', 'on-track', 'Two workshops held', 'JW'],
            ['2010-03-23', 'changed', 'Process agreed; the form itself goes into next year’s plan', 'JW'],
          ],
        },
        {
          ref: '2.3 (i)',
          text: 'Train twenty communication champions',
          leads: 'GM',
          when: 'March 2010',
          progress: [['2010-03-09', 'complete', '22 trained', 'GM']],
        },
        {
          ref: '2.3 (ii)',
          text: 'Choose a talk checklist for the two-year review',
          leads: 'GM, JW',
          when: 'Autumn term 2009',
          progress: [['2009-12-14', 'complete', 'Chosen after a trial with 60 families', 'GM']],
        },
        {
          ref: '2.4 (i)',
          text: 'Find a second base in Saltby',
          leads: 'TP, CY',
          when: 'Jan 2010, moved to March 2010',
          progress: [
            ['2009-09-29', 'at-risk', 'Chapel hall fell through', 'TP'],
            ['2010-03-24', 'changed', 'Former shop found; opening moves to June', 'TP'],
          ],
        },
        {
          ref: '2.4 (ii)',
          text: 'Home visits before the first session in the three poorest wards',
          leads: 'Outreach team',
          when: 'Ongoing from April 2009',
          progress: [['2010-02-16', 'on-track', '71% come to a session after the visit', 'TP']],
        },
      ],
    },
    {
      kind: 'priority',
      ref: '3',
      title: 'Good settings everywhere',
      leads: 'Hal Brandreth',
      actions: [
        {
          ref: '3.1',
          text: 'Visit every setting judged satisfactory',
          leads: 'HB',
          when: '2009/10',
          progress: [
            ['2009-12-01', 'on-track', '17 of 26 visited', 'HB'],
            ['2010-03-30', 'complete', 'All 26; twelve have since been judged good', 'HB'],
          ],
        },
        {
          ref: '3.2',
          text: 'Forty childminders working towards a level 3 award',
          leads: 'MO',
          when: 'March 2010',
          progress: [
            [
              '2010-03-16',
              'changed',
              '31 of 40; no second tutor. Next year’s plan counts half of all childminders',
              'MO',
            ],
          ],
        },
        {
          ref: '3.3',
          text: 'Borrow-a-book boxes for all childminders',
          leads: 'AT',
          when: 'By Christmas 2009',
          progress: [['2009-12-17', 'complete', '148 boxes out', 'AT']],
        },
        {
          ref: '3.4',
          text: 'Safeguarding training for all leaders',
          leads: 'SC',
          when: 'March 2010',
          progress: [
            ['2010-03-25', 'changed', '101 of 118 settings; the rest are in next year’s plan', 'SC'],
          ],
        },
      ],
    },
    {
      kind: 'priority',
      ref: '4',
      title: 'Places and people',
      leads: 'Hal Brandreth, Dev Raman',
      actions: [
        {
          ref: '4.1',
          text: 'Begin the funded offer for two-year-olds in Saltby and Eastmere',
          leads: 'PN, HB',
          when: 'From April 2009',
          progress: [['2010-01-18', 'on-track', '56.6% of those eligible have a place', 'PN']],
        },
        {
          ref: '4.3',
          text: 'Plan the next sufficiency assessment',
          leads: 'HB',
          when: 'Q4 2009/10',
          progress: [['2010-03-12', 'complete', 'Brief agreed, contractor appointed', 'HB']],
        },
        {
          ref: '5.1',
          text: 'A graduate leader in four full day nurseries in ten',
          leads: 'DR',
          when: 'By 2010',
          progress: [['2010-03-29', 'complete', '42%', 'DR']],
        },
        {
          ref: '5.2',
          text: 'Leadership award offered to all centre managers',
          leads: 'TP',
          when: 'Sept 2009',
          progress: [['2009-10-08', 'complete', 'Offered to nine; five began', 'TP']],
        },
      ],
    },
  ],
};

/** This year's delivery plan. */
export const delivery2010: PlanRow = {
  name: 'delivery-2010',
  kind: 'delivery plan',
  title: 'Early Years Delivery Plan 2010-11',
  period: { label: '2010-11', start: '2010-04-01', end: '2011-03-31' },
  preamble:
    'Agreed by the partnership board on 22 April 2010. Everything here is met from budgets already agreed unless the row says otherwise. Leads write by the tenth day after each quarter.',
  continues: 'delivery-2009',
  parent: 'commitments',
  key: defaultKey,
  since: '2010-04-19',
  sections: [choicePriority, earlyPriority, ...latePriorities],
};
