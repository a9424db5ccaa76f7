import { threeColourKey } from './keys.ts';
import type { PlanRow } from './rows.ts';

/** A work plan whose rows link to the codes of other plans and have several measures, each with its lead. */
export const workforce: PlanRow = {
  name: 'workforce',
  kind: 'work plan',
  title: 'Workforce action plan 2010-11',
  period: { label: '2010-11', start: '2010-04-01', end: '2011-03-31' },
  parent: 'delivery-2010',
  key: threeColourKey,
  since: '2010-04-26',
  sections: [
    {
      kind: 'objective',
      ref: '1',
      title: 'Recruit, train and keep the people that children need',
      bullets: [
        'Routes into the work that suit parents coming back to it',
        'Training at times and places that staff can manage',
        'Men, and speakers of the languages of Fenmoor, in every cluster',
      ],
      actions: [
        {
          ref: '1.1',
          text: 'Taster days for people thinking of childcare as work',
          leads: 'DR',
          when: 'Spring and autumn 2010',
          links: ['WF 1,2 and 4'],
          measures: [
            { text: 'Four days, 15 people at each', leads: 'DR' },
            { text: 'A third go on to a course', leads: 'OS/UB' },
          ],
          progress: [
            ['2010-06-10', 'on-track', 'Two days held, 27 people', 'DR'],
            ['2010-09-30', 'on-track', 'Third day full; nine of 27 now on a course', 'DR'],
          ],
        },
        {
          ref: '1.2',
          text: 'Level 3 places for childminders, on two evenings and one Saturday',
          leads: 'DR',
          when: 'Autumn 2010',
          links: ['WF 2', 'Delivery plan 2010-11, 3.2 (ii)'],
          measures: [
            { text: '24 places taken', leads: 'DR' },
            { text: 'Eight in ten finish', leads: 'MO' },
          ],
          progress: [['2010-09-30', 'off-track', '13 places taken; the Eastmere evening did not run', 'DR']],
          before: [{ until: '2010-07-20', leads: 'MO', when: 'September 2010' }],
        },
        {
          ref: '1.3',
          text: 'Ten men trained as play workers through the sports clubs',
          leads: 'WE/DR',
          when: 'March 2011',
          links: ['WF 4'],
          progress: [['2010-09-23', 'on-track', 'Six in training', 'WE']],
        },
        {
          ref: '1.4',
          text: 'Bilingual assistants in the four settings with most children learning English',
          leads: 'SC',
          when: 'By January 2011',
          links: ['WF 4', 'CYP 4 and 7'],
          measures: ['Two Polish, one Lithuanian, one Portuguese speaker'],
          progress: [['2010-09-29', 'on-track', 'Three appointed', 'SC']],
        },
        {
          ref: '1.5',
          text: 'Leavers’ reasons put together each quarter',
          leads: 'DR HB PN',
          when: 'Quarterly from July 2010',
          links: ['WF 3'],
          progress: [['2010-10-01', 'on-track', 'First summary: pay, hours, then distance', 'DR']],
        },
        {
          ref: '1.6',
          text: 'Paediatric first aid in every setting',
          leads: 'DR',
          when: 'By 31 March 2011',
          links: ['WF 2'],
          measures: ['Two holders of the certificate in each setting, one in each childminder’s home'],
          added: '2010-08-03',
          progress: [['2010-09-28', 'on-track', '103 of 118 settings', 'DR']],
        },
      ],
    },
    {
      kind: 'objective',
      ref: '2',
      title: 'Leaders who make a difference to practice',
      bullets: ['A graduate near every child', 'Managers who can read their own figures'],
      actions: [
        {
          ref: '2.1',
          text: 'Graduate leaders’ network, each meeting in a different setting',
          leads: 'DR/Training co-ordinator',
          when: '6 meetings a year',
          links: ['WF 5'],
          measures: [
            { text: 'Half the graduates at each meeting', leads: 'Training co-ordinator' },
            { text: 'One change to practice from each, written up', leads: 'DR' },
          ],
          progress: [['2010-09-17', 'on-track', 'Three held; 11 of 19 at the last', 'DR']],
        },
        {
          ref: '2.2',
          text: 'Leadership award for centre managers and their deputies',
          leads: 'TP/DR',
          when: 'Sept 2010',
          links: ['WF 5', 'Delivery plan 2010-11, 5.2'],
          measures: [
            { text: 'All nine managers', leads: 'TP' },
            { text: 'Five deputies', leads: 'DR' },
          ],
          progress: [
            ['2010-09-16', 'complete', 'Nine managers and six deputies hold it or have begun', 'TP'],
          ],
        },
        {
          ref: '2.3',
          text: 'Half-day on reading figures for managers, with their own settings’ data',
          leads: 'PN',
          when: 'by end Nov 2010',
          links: ['WF 5'],
          progress: [['2010-10-06', 'on-track', 'Tried with the Saltby managers', 'PN']],
        },
      ],
    },
    {
      kind: 'objective',
      ref: '3',
      title: 'Working as one service',
      actions: [
        {
          ref: '3.1',
          text: 'Shared induction for new staff of centres, health visiting and libraries',
          leads: 'TP, JW & LV',
          when: 'From October 2010',
          links: ['WF 6'],
          measures: ['One day, four times a year', 'All new staff within three months'],
          progress: [['2010-09-24', 'on-track', 'First day on 20 October, 18 booked', 'TP']],
        },
        {
          ref: '3.2',
          text: 'Common assessment training for every centre and every setting in band three',
          leads: 'SC',
          when: 'By Dec 2010',
          links: ['WF 6', 'CYP 7'],
          progress: [['2010-09-29', 'on-track', 'All centres; nine of 14 settings', 'SC']],
        },
        {
          ref: '3.3',
          text: 'Directory of who does what in early years, with photographs',
          leads: 'RA',
          when: 'TBC',
          links: ['WF 6'],
        },
      ],
    },
  ],
};
