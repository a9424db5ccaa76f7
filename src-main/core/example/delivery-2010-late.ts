import type { SectionRow } from './rows.ts';

/** Delivery plan 2010-11, priorities 3 to 5. */
export const latePriorities: readonly SectionRow[] = [
  {
    kind: 'priority',
    ref: '3',
    title: 'Every setting good or better',
    leads: 'Hal Brandreth',
    bullets: [
      'Support goes where it is needed most',
      'Children with additional needs are welcome everywhere',
    ],
    sections: [
      {
        kind: 'objective',
        ref: '3.1',
        title: 'Support in proportion to need',
        actions: [
          {
            ref: '3.1 (i)',
            text: 'Visit the 14 settings not yet judged good and agree an improvement plan with each',
            leads: 'HB',
            when: 'by 1 October 2010',
            measures: [
              '14 plans agreed',
              { text: 'Three in four settings judged good or better by March', kpi: 'FM 15' },
            ],
            progress: [
              ['2010-06-29', 'on-track', 'Two visited; the rest booked for September', 'HB'],
              [
                '2010-09-24',
                'on-track',
                'Four of 14 visits done; two advisers back from leave on 4 October',
                'HB',
              ],
            ],
            from: '3.1',
          },
          {
            ref: '3.1 (ii)',
            text: 'Put settings into three bands by their last judgement, and publish what each band can ask for',
            leads: 'HB, PN',
            when: 'Summer term 2010',
            progress: [
              ['2010-05-20', 'on-track', 'Bands agreed with the providers’ forum', 'PN'],
              ['2010-07-22', 'complete', 'Published on 19 July; 118 settings told their band', 'HB'],
            ],
          },
          {
            ref: '3.1 (iii)',
            text: 'Pair each setting in the third band with a good one nearby',
            leads: 'HB',
            when: 'Autumn term 2010',
            progress: [['2010-09-22', 'on-track', 'Nine of 14 pairs agreed', 'HB']],
          },
          {
            ref: '3.1 (iv)',
            text: 'Quality mark for out-of-school clubs, tried in eight clubs',
            leads: 'WE',
            when: 'By July 2011',
            progress: [
              ['2010-09-23', 'on-track', 'Eight clubs signed up; first self-checks due in December', 'WE'],
            ],
          },
        ],
      },
      {
        kind: 'objective',
        ref: '3.2',
        title: 'Childminders are part of it',
        actions: [
          {
            ref: '3.2 (i)',
            text: 'Support for childminders in the Long Ings area: visits, toy swaps, a monthly drop-in',
            leads: 'HB, NT',
            when: 'Half-yearly review, from October 2010',
            reviewOn: '2010-10-15',
          },
          {
            ref: '3.2 (ii)',
            text: 'Half of all childminders hold or are working towards a level 3 award',
            leads: 'DR',
            when: 'March 2011',
            measures: [{ text: '50% of childminders', kpi: 'FM 22' }],
            progress: [
              [
                '2010-09-30',
                'at-risk',
                '41%; evening course at Eastmere did not run for want of numbers',
                'DR',
              ],
            ],
            from: '3.2',
          },
          {
            ref: '3.2 (iii)',
            text: 'Invite childminders to the moving-up meetings of every primary school',
            leads: 'SC',
            when: 'Summer term 2011',
          },
        ],
      },
    ],
    actions: [
      {
        ref: '3.3',
        text: 'An inclusion plan in every setting that has a child with a statement or on the way to one',
        leads: 'SC, IO',
        when: 'By end of autumn term 2010',
        before: [{ until: '2010-07-13', when: 'By end of summer term 2010' }],
        measures: ['Plan seen at the termly visit'],
        progress: [
          ['2010-07-13', 'on-track', '31 of 44 settings', 'SC'],
          ['2010-09-29', 'on-track', '38 of 44 settings', 'SC'],
        ],
      },
      {
        ref: '3.4',
        text: 'Portage visits begin within four weeks of referral',
        leads: 'IO',
        when: 'Ongoing, by January 2011',
        measures: [{ text: 'Nine in ten families wait no more than four weeks', kpi: 'FM 13' }],
        progress: [
          ['2010-06-17', 'on-track', 'Waiting list cut from 19 to 11', 'IO'],
          ['2010-09-17', 'at-risk', 'One of three visitors on long leave; 14 waiting', 'IO'],
        ],
      },
      {
        ref: '3.5',
        text: 'All leaders trained in the new safeguarding procedures',
        leads: 'SC',
        when: 'March 2010 (and ongoing)',
        measures: [{ text: 'Every setting has a trained lead', kpi: 'FM 10' }],
        progress: [
          ['2010-04-22', 'on-track', '109 of 118 settings', 'SC'],
          ['2010-06-25', 'complete', 'All 118; new leaders are booked on within a term', 'SC'],
        ],
        from: '3.4',
      },
    ],
  },
  {
    kind: 'priority',
    ref: '4',
    title: 'Enough childcare, in the right places',
    leads: 'Hal Brandreth',
    sections: [
      {
        kind: 'objective',
        ref: '4.1',
        title: 'Two, three and four-year-olds take up their hours',
        actions: [
          {
            ref: '4.1 (i)',
            text: 'Offer a funded place to every eligible two-year-old within eight weeks of applying',
            leads: 'PN, HB',
            when: 'Ongoing to March 2011',
            measures: [{ text: 'Two in three eligible children in a place', kpi: 'FM 12' }],
            progress: [
              ['2010-07-12', 'on-track', '60.0% at the summer headcount', 'PN'],
              ['2010-10-11', 'at-risk', 'Two Saltby nurseries closed in July; 38 places lost', 'PN'],
            ],
            from: '4.1',
          },
          {
            ref: '4.1 (ii)',
            text: 'Fifteen flexible hours for all three and four-year-olds, two settings in each ward',
            leads: 'HB',
            when: 'Sept 2010',
            progress: [
              ['2010-05-28', 'on-track', 'Settings chosen in 17 of 19 wards', 'HB'],
              ['2010-09-06', 'complete', 'Running in all 19 wards since the first day of term', 'HB'],
            ],
            resources: 'Dedicated schools grant, £412,000',
          },
          {
            ref: '4.1 (iii)',
            text: 'Write in their own language to families whose three-year-old has not taken up a place',
            leads: 'PN',
            when: 'Each term',
            measures: [{ text: '95% of three-year-olds in a place', kpi: 'FM 14' }],
            progress: [['2010-09-20', 'on-track', '88 letters sent for the autumn; 41 replies', 'PN']],
          },
        ],
      },
    ],
    actions: [
      {
        ref: '4.2',
        text: 'Publish the childcare sufficiency assessment',
        leads: 'HB, PN',
        when: 'By 8 October 2010',
        measures: ['Adopted by the board', 'Summary sent to every provider'],
        progress: [
          ['2010-06-24', 'on-track', 'Survey with the contractor; 1,900 forms sent', 'HB'],
          ['2010-10-08', 'off-track', 'Parent survey returned late by the contractor', 'HB'],
        ],
        from: '4.3',
      },
      {
        ref: '4.3',
        text: 'Model the single funding formula with ten volunteer settings',
        leads: 'HB',
        when: 'December 2010',
        progress: [['2010-09-24', 'on-track', 'Seven settings have sent their accounts', 'HB']],
      },
      {
        ref: '4.4',
        text: 'Holiday places for disabled children in each cluster',
        leads: 'SC, WE',
        when: 'From Easter 2010',
        measures: [{ text: '30 places each holiday', kpi: 'FM 27' }],
        progress: [
          ['2010-05-06', 'on-track', '22 places at Easter, all taken', 'WE'],
          ['2010-09-23', 'on-track', '34 places in the summer', 'WE'],
        ],
      },
      {
        ref: '4.5',
        text: 'Ask employers on the Carr Bridge estate what hours their shifts need',
        leads: 'OS, FS',
        when: 'Feb 2011',
      },
    ],
  },
  {
    kind: 'priority',
    ref: '5',
    title: 'A skilled, settled workforce',
    leads: 'Dev Raman',
    sections: [
      {
        kind: 'objective',
        ref: '5.1',
        title: 'We know who we have',
        actions: [
          {
            ref: '5.1 (i)',
            text: 'One training record for every member of staff in a funded setting',
            leads: 'DR',
            when: 'By March 2011',
            progress: [['2010-10-01', 'on-track', '71 of 118 settings entered', 'DR']],
          },
          {
            ref: '5.1 (ii)',
            text: 'Workforce return received from every setting',
            leads: 'DR',
            when: '20 October 2010',
            before: [{ until: '2010-10-01', when: '30 September 2010' }],
            progress: [['2010-10-01', 'on-track', '96 of 118 returned; reminders go out on the 11th', 'DR']],
          },
          {
            ref: '5.1 (iii)',
            text: 'Exit interviews for leavers in the three settings with the highest turnover',
            leads: 'DR, HB',
            when: 'From January 2011',
          },
        ],
      },
      {
        kind: 'objective',
        ref: '5.3',
        title: 'Graduates lead practice',
        actions: [
          {
            ref: '5.3 (i)',
            text: 'A graduate leader in half of all full day care',
            leads: 'DR',
            when: 'By 2011',
            measures: [{ text: '50% of full day care', kpi: 'FM 23' }],
            progress: [
              ['2010-07-07', 'on-track', '44%; eight in training', 'DR'],
              ['2010-10-01', 'at-risk', '45%; two graduates have left for schools', 'DR'],
            ],
            from: '5.1',
          },
          {
            ref: '5.3 (ii)',
            text: 'Bursaries for childminders who begin a foundation degree',
            leads: 'DR',
            when: 'Autumn 2010',
            progress: [
              ['2010-06-03', 'at-risk', 'Grant for the second year not confirmed', 'DR'],
              ['2010-08-03', 'closed', 'Ended: the national fund closed to new applicants in July', 'DR'],
            ],
          },
        ],
      },
    ],
    actions: [
      {
        ref: '5.2',
        text: 'All nine centre managers hold or are taking the leadership award',
        leads: 'TP, DR',
        when: 'By September 2010',
        progress: [
          ['2010-06-30', 'on-track', 'Seven of nine', 'DR'],
          ['2010-09-16', 'complete', 'All nine: six hold it, three began in September', 'TP'],
        ],
        from: '5.2',
      },
      {
        ref: '5.4',
        text: 'Paediatric first aid places for 200 staff, half of them on Saturdays',
        leads: 'DR',
        when: '2010/11',
        progress: [['2010-09-28', 'on-track', '118 trained; four Saturday courses to come', 'DR']],
      },
      {
        ref: '5.5',
        text: 'Set up a supply list that all settings can ring before eight in the morning',
        leads: 'DR',
        when: 'Launched May 2010',
        progress: [
          ['2010-05-17', 'on-track', 'List open with 19 names', 'DR'],
          ['2010-07-30', 'complete', '33 names; nine in ten calls filled in June', 'DR'],
        ],
      },
    ],
  },
];
