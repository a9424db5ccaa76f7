import type { SectionRow } from './rows.ts';

/** Delivery plan 2010-11, priority 2. */
export const earlyPriority: SectionRow = {
  kind: 'priority',
  ref: '2',
  title: 'Help reaches families early',
  leads: 'Tom Pellow',
  sections: [
    {
      kind: 'objective',
      ref: '2.1',
      title: 'Centres reach the families who use them least',
      actions: [
        {
          ref: '2.1 (i)',
          text: 'Publish one what’s-on guide for all nine centres each season, in the four languages most used in Fenmoor',
          leads: 'TP, AT',
          when: 'September 08 onwards',
          measures: ['6,000 copies a season through doors, surgeries and shops'],
          progress: [
            ['2010-06-28', 'on-track', 'Summer guide out in all four languages', 'TP'],
            ['2010-10-04', 'on-track', 'Autumn guide out; 6,200 delivered', 'TP'],
          ],
          resources: '£7,400 a year, shared by the centres',
          from: '2.1',
        },
        {
          ref: '2.1 (ii)',
          text: 'Outreach workers visit every family new to the Saltby and Eastmere estates within six weeks',
          leads: 'TP, Outreach team',
          when: 'By Dec 2010',
          measures: [{ text: 'Nine in ten families visited in time', kpi: 'FM 17' }],
          progress: [
            ['2010-06-30', 'on-track', 'Housing now sends new tenancies each Friday', 'TP'],
            ['2010-09-28', 'at-risk', 'Two of five posts vacant; 41 of 63 families visited', 'TP'],
          ],
          resources: 'Five outreach posts, £128,000',
        },
        {
          ref: '2.1 (iii)',
          text: 'One referral form, agreed and used by health visitors and children’s centres',
          leads: 'JW, GM',
          when: 'Spring term 2010, new date autumn term 2010',
          measures: [
            { text: 'Form in use in 9 of 9 centres', leads: 'TP' },
            { text: '120 referrals a quarter', leads: 'JW', kpi: 'FM 20' },
          ],
          progress: [
            ['2010-04-14', 'on-track', 'Working group met; first draft shared', 'JW'],
            ['2010-07-02', 'at-risk', 'Draft tried at Holme Street and Saltby; parents found it long', 'GM'],
            ['2010-09-28', 'off-track', 'PCT solicitor has queried the consent wording', 'JW'],
          ],
          links: ['CYP 4 and 7', 'Health visiting improvement plan 2010-11'],
          comment: 'Three centres use the form on trial; the rest still write letters.',
          from: '2.2 (ii)',
          before: [
            {
              until: '2010-07-05',
              text: 'Agree one referral form used by both services',
              measures: [
                { text: 'Form agreed', leads: 'JW' },
                { text: '120 referrals a quarter', leads: 'JW', kpi: 'FM 20' },
              ],
            },
          ],
        },
        {
          ref: '2.1 (iv)',
          text: 'Weekend stay-and-play for fathers and male carers in three centres',
          leads: 'DR',
          when: 'Ongoing, looked at each quarter',
          measures: ['Ten fathers a session, on average'],
        },
        {
          ref: '2.1 (v)',
          text: 'Put centre staff in the two GP surgeries without a link worker',
          leads: 'JW, PCT',
          when: 'From 2009',
          progress: [
            ['2010-07-06', 'at-risk', 'One surgery agreed', 'JW'],
            [
              '2010-09-14',
              'at-risk',
              'Second surgery has no room until its extension opens in January',
              'JW',
            ],
          ],
        },
      ],
    },
    {
      kind: 'objective',
      ref: '2.2',
      title: 'Speech and language needs are seen before three',
      leads: 'Gwen Marsh',
      actions: [
        {
          ref: '2.2 (i)',
          text: 'A communication champion trained in every setting',
          leads: 'GM',
          when: 'March 2011',
          measures: [{ text: '52 champions trained', kpi: 'FM 11' }],
          progress: [['2010-07-28', 'on-track', '37 of 52 trained', 'GM']],
          resources: 'Talk grant, £14,000',
          from: '2.3 (i)',
        },
        {
          ref: '2.2 (ii)',
          text: 'As 2.1 (iii)',
          leads: 'GM',
          when: 'As 2.1 (iii)',
          links: ['As 2.1 (iii)'],
          progress: [['2010-09-28', 'off-track', 'Follows 2.1 (iii)', 'JW']],
        },
        {
          ref: '2.2 (iii)',
          text: 'Use the talk checklist at every two-year review',
          leads: 'GM, JW',
          when: 'By end of summer term 2010',
          measures: [{ text: '85% of two-year reviews done on time, each with the checklist', kpi: 'FM 6' }],
          progress: [
            ['2010-05-18', 'on-track', 'All four teams trained', 'GM'],
            ['2010-07-28', 'complete', 'In every review pack since 1 July', 'GM'],
          ],
          from: '2.3 (ii)',
        },
        {
          ref: '2.2 (iv)',
          text: 'Second reading of the moving-up-to-school guide by the inclusion group',
          leads: 'SC',
          when: '18 October 2010',
          progress: [['2010-09-29', 'on-track', 'First reading done; eleven changes asked for', 'SC']],
        },
        {
          ref: '2.2 (v)',
          text: 'Run chatter groups in Carr Bridge and Long Ings for children waiting for therapy',
          leads: 'GM, FS, NT',
          when: 'From September 2010',
          measures: ['No child waits more than six weeks for a group'],
          progress: [
            ['2010-07-28', 'on-track', 'Leaders found; groups of eight start on 20 September', 'GM'],
          ],
        },
      ],
    },
    {
      kind: 'objective',
      ref: '2.3',
      title: 'More places to play near home',
      actions: [
        {
          ref: '2.3 (i)',
          text: 'Open a toy library at Eastmere library on two afternoons a week',
          leads: 'LV, DM',
          when: 'Developed by June 2010',
          progress: [
            ['2010-05-11', 'on-track', 'Stock bought; volunteers cleared', 'LV'],
            ['2010-07-01', 'complete', 'Open since 22 June: 64 families have joined', 'LV'],
          ],
        },
        {
          ref: '2.3 (ii)',
          text: 'Open the Saltby satellite base for stay-and-play',
          leads: 'TP',
          when: 'June 2010, now 30 September 2010',
          measures: ['Four sessions a week', { text: '24 funded places from January', kpi: 'FM 12' }],
          progress: [
            ['2010-04-30', 'on-track', 'Lease agreed in principle with the housing association', 'TP'],
            ['2010-07-02', 'at-risk', 'Kitchen fails the hygiene check; works need six weeks', 'TP'],
            ['2010-09-30', 'at-risk', 'Works done, fire certificate outstanding', 'TP'],
          ],
          resources: '£38,000 capital, early years grant',
          comment:
            'Moved three times, eight months in all. Board minute 19/10 asks for a report each quarter.',
          from: '2.4 (i)',
          before: [{ until: '2010-07-02', when: '30 June 2010' }],
        },
        {
          ref: '2.3 (iii)',
          text: 'Play rangers in six parks during every school holiday',
          leads: 'WE',
          when: 'Every school holiday until March 2011',
          measures: ['30 children a session'],
          progress: [
            ['2010-06-08', 'on-track', 'Whitsun: five parks, 26 children a session', 'WE'],
            ['2010-09-23', 'on-track', 'Summer: six parks, 34 a session, no accidents', 'WE'],
          ],
        },
        {
          ref: '2.3 (iv)',
          text: 'Bring the mobile crèche back to the Long Ings villages',
          leads: 'NT, KL',
          when: 'By Dec 2010',
          before: [{ until: '2010-10-01', when: 'By July 2010' }],
          measures: ['Three villages, one day each a week'],
          progress: [
            ['2010-05-26', 'at-risk', 'The vehicle failed its test; repair priced at £6,100', 'KL'],
            ['2010-07-19', 'off-track', 'Repair refused; a hired vehicle costs £190 a day', 'KL'],
            ['2010-10-01', 'off-track', 'Parish councils asked to lend their halls instead', 'NT'],
          ],
        },
        {
          ref: '2.3 (v)',
          text: 'Ask the four towns’ churches and chapels which halls could take a weekly group',
          leads: 'NT',
          when: 'Jan 2011',
          added: '2010-09-06',
        },
      ],
    },
    {
      kind: 'objective',
      ref: '2.4',
      title: 'Outreach that families trust',
      actions: [
        {
          ref: '2.4 (i)',
          text: 'Home visits before the first session for every family referred',
          leads: 'Outreach team',
          when: 'Ongoing',
          measures: [{ text: 'Eight in ten families come to a session after the visit', kpi: 'FM 18' }],
          progress: [['2010-09-15', 'on-track', '78% came, against 71% last year', 'TP']],
          from: '2.4 (ii)',
        },
        {
          ref: '2.4 (ii)',
          text: 'Restock home-visit packs in all nine centres',
          leads: 'TP',
          when: '24 September 2010',
          progress: [
            ['2010-09-16', 'at-risk', 'Supplier late with the books; six of nine centres stocked', 'TP'],
          ],
        },
        {
          ref: '2.4 (iii)',
          text: 'Safety kit fitted free in homes with a child under two in the three poorest wards',
          leads: 'RD, TP',
          when: 'April 2010 - March 2011',
          measures: [{ text: '240 homes in the year', kpi: 'FM 9' }],
          progress: [
            ['2010-07-09', 'on-track', '58 homes in the first quarter', 'RD'],
            ['2010-10-05', 'on-track', '121 homes by the half year', 'RD'],
          ],
          resources: 'Housing association, £9,600',
        },
        {
          ref: '2.4 (iv)',
          text: 'Second minibus for the outreach team',
          leads: 'KL, PCT',
          when: 'December 2010',
          progress: [
            ['2010-05-13', 'at-risk', 'PCT reviewing its share', 'KL'],
            ['2010-07-16', 'closed', 'Dropped: the PCT withdrew its share. Board minute 26/10', 'RA'],
          ],
        },
        {
          ref: '2.4 (v)',
          text: 'Outreach contract: continue, change or end',
          leads: 'MO',
          when: 'Review at the October board, decision by Dec 2010',
          reviewOn: '2010-10-21',
        },
      ],
    },
  ],
};
