import type { SectionRow } from './rows.ts';

/** Delivery plan 2010-11, priority 1. */
export const choicePriority: SectionRow = {
  kind: 'priority',
  ref: '1',
  title: 'Parents choose well',
  leads: 'Marian Okafor',
  bullets: [
    'Every parent can find out what there is, what it costs and how good it is',
    'Parents help to shape what is offered',
  ],
  sections: [
    {
      kind: 'objective',
      ref: '1.1',
      title: 'Information is easy to find and to trust',
      actions: [
        {
          ref: '1.1 (i)',
          text: 'Put every childcare vacancy in the district on the family information website, refreshed each week',
          leads: 'HB',
          when: 'From April 2010',
          measures: [{ text: '95% of settings update their vacancies each month', kpi: 'FM 2' }],
          progress: [
            ['2010-05-04', 'on-track', 'Live for day nurseries; childminders asked to join', 'HB'],
            [
              '2010-09-30',
              'on-track',
              '112 of 118 settings on the site; the last six are childminders',
              'HB',
            ],
          ],
          resources: 'Family information service, within budget',
          from: '1.1',
        },
        {
          ref: '1.1 (ii)',
          text: 'Train library staff at all seven branches to answer first questions about childcare',
          leads: 'AT, LV',
          when: 'By end of summer term 2010',
          measures: ['Two trained people at each branch', 'Enquiries logged on one sheet'],
          progress: [
            ['2010-06-14', 'on-track', 'Five branches done; Carr Bridge and Long Ings in July', 'AT'],
            ['2010-08-09', 'complete', 'All seven branches trained; 212 enquiries since June', 'AT'],
          ],
        },
        {
          ref: '1.1 (iii)',
          text: 'Rewrite the childcare costs leaflet in plain English and in Polish, Lithuanian and Portuguese',
          leads: 'MO',
          when: 'November 2010',
          before: [{ until: '2010-09-28', when: 'September 2010' }],
          progress: [
            ['2010-07-08', 'on-track', 'Text agreed with the parents’ panel', 'MO'],
            ['2010-09-28', 'on-track', 'Translations ordered; print slot booked for 8 November', 'MO'],
          ],
          resources: '£1,850 print and translation',
        },
      ],
    },
    {
      kind: 'objective',
      ref: '1.2',
      title: 'Cost is no surprise',
      actions: [
        {
          ref: '1.2 (i)',
          text: 'Open an online calculator that shows parents their fees after tax credits and funded hours',
          leads: 'PN, HB',
          when: 'By June 2010',
          measures: ['1,000 uses in the first quarter', 'Checked by the tax credit office each April'],
          progress: [
            ['2010-04-21', 'on-track', 'Trial version tested by eleven parents', 'PN'],
            ['2010-07-12', 'complete', 'Opened on 28 June; 1,140 uses in its first month', 'PN'],
          ],
          from: '1.3',
        },
        {
          ref: '1.2 (ii)',
          text: 'Give every family starting work a better-off sum at the children’s centre before they accept the job',
          leads: 'OS',
          when: 'Ongoing, by October half term in all centres',
          measures: [{ text: '60 better-off sums a quarter', kpi: 'FM 28' }],
          progress: [
            ['2010-04-27', 'on-track', 'Adviser in Holme Street and Saltby one day a week', 'OS'],
            ['2010-07-06', 'at-risk', 'Second adviser post frozen; Eastmere day stopped in June', 'OS'],
          ],
        },
        {
          ref: '1.2 (iii)',
          text: 'Agree one form of words on deposits and notice for all settings that take funded children',
          leads: 'HB',
          when: 'September 2010',
          measures: [
            'Words agreed by the providers’ forum',
            { text: 'Used by nine in ten settings', kpi: 'FM 3' },
          ],
          progress: [
            ['2010-06-22', 'on-track', 'Draft with the providers’ forum', 'HB'],
            ['2010-09-21', 'complete', 'Adopted at the forum on 16 September', 'HB'],
          ],
        },
        {
          ref: '1.2 (iv)',
          text: 'Publish average fees by ward beside the vacancies',
          leads: 'PN',
          when: 'By Dec 2010',
          progress: [['2010-09-20', 'on-track', 'Fees collected from 97 of 118 settings', 'PN']],
        },
      ],
    },
    {
      kind: 'objective',
      ref: '1.3',
      title: 'Parents have their say',
      actions: [
        {
          ref: '1.3 (i)',
          text: 'Hold a parents’ forum in each cluster every term, with a crèche and a translator where asked for',
          leads: 'BQ, CY, DM',
          when: 'Termly from April 2010',
          measures: [{ text: '40 parents a term across the three clusters', kpi: 'FM 24' }],
          progress: [
            ['2010-07-16', 'on-track', 'Summer forums held: 47 parents, 12 of them fathers', 'BQ'],
            ['2010-09-27', 'on-track', 'Autumn dates set for the week of 15 November', 'BQ'],
          ],
          from: '1.4',
        },
        {
          ref: '1.3 (ii)',
          text: 'Put the new fee policy of the children’s centres to the parents’ panel',
          leads: 'MO',
          when: '19 October 2010',
        },
        {
          ref: '1.3 (iii)',
          text: 'Publish each term what parents asked for and what was done about it',
          leads: 'RA',
          when: 'From December 2010',
          comment: 'Follows the autumn forums. Ruth to draft a one-page form for all three clusters.',
        },
      ],
    },
  ],
  actions: [
    {
      ref: '1.4',
      text: 'Agree the programme for the winter parents’ forum',
      leads: 'AT',
      when: 'by 15 October 2010',
      progress: [['2010-08-09', 'on-track', 'Room booked at Eastmere library; two speakers asked', 'AT']],
    },
    {
      ref: '1.5',
      text: 'Survey 600 parents of under-fives about choice, cost and opening hours',
      leads: 'PN, MO',
      when: 'Spring 10/11',
      measures: [{ text: 'A third of the forms come back', kpi: 'FM 25' }],
      comment: 'Wait for the sufficiency assessment (4.2) so that the two do not ask the same questions.',
    },
    {
      ref: '1.6',
      text: 'Close the telephone line after six, and put its hours into Saturday mornings',
      leads: 'MO',
      when: 'By May 2010',
      progress: [
        ['2010-04-19', 'on-track', 'Staff consulted; no objection', 'MO'],
        ['2010-05-24', 'complete', 'Saturday line open since 15 May: 31 calls on the first three', 'MO'],
      ],
      resources: 'No cost',
    },
  ],
};
