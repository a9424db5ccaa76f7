import type { ProgressRow } from './rows.ts';

/** What leads wrote in the first weeks of the year, by plan and reference; it comes before the row's own updates. */
export const firstUpdates: Readonly<
  Record<string, readonly (readonly [ref: string, update: ProgressRow])[]>
> = {
  commitments: [
    ['2 (iii)', ['2009-09-18', 'on-track', 'Adviser in post; 66 calls in the first month', 'MO']],
    ['3.2 (i)', ['2009-09-07', 'on-track', 'Second prospectus out; 51 courses', 'DR']],
    ['4.4', ['2009-11-17', 'on-track', 'Money agreed; settings asked to come forward', 'HB']],
  ],
  'delivery-2010': [
    ['1.1 (iii)', ['2010-05-27', 'on-track', 'Old leaflet marked up by six parents', 'MO']],
    ['1.2 (iv)', ['2010-06-11', 'on-track', 'Form agreed with the providers’ forum', 'PN']],
    ['1.3 (i)', ['2010-05-12', 'on-track', 'Dates and rooms fixed for the summer term', 'BQ']],
    ['1.4', ['2010-06-21', 'on-track', 'Parents asked what they would come for', 'AT']],
    ['2.1 (v)', ['2010-05-05', 'at-risk', 'Practice managers have not replied', 'JW']],
    ['2.2 (i)', ['2010-05-18', 'on-track', '29 trained; two courses before the holidays', 'GM']],
    ['2.2 (iv)', ['2010-06-16', 'on-track', 'First draft with the schools', 'SC']],
    ['2.2 (v)', ['2010-06-09', 'on-track', 'Rooms promised in both towns', 'GM']],
    ['2.4 (i)', ['2010-06-15', 'on-track', 'Each centre has a rota of visitors', 'TP']],
    ['2.4 (ii)', ['2010-06-23', 'on-track', 'Contents agreed; quotes asked for', 'TP']],
    ['2.4 (iii)', ['2010-05-14', 'on-track', 'Two fitters trained; first homes booked', 'RD']],
    ['3.1 (iii)', ['2010-06-29', 'on-track', 'Good settings asked; eleven are willing', 'HB']],
    ['3.1 (iv)', ['2010-06-08', 'on-track', 'Standards drafted with four clubs', 'WE']],
    ['3.2 (ii)', ['2010-06-10', 'on-track', '39%; three courses from September', 'DR']],
    ['3.3', ['2010-05-25', 'on-track', '24 of 44 settings', 'SC']],
    ['4.1 (i)', ['2010-04-29', 'on-track', '58.3% at the spring headcount', 'PN']],
    ['4.1 (iii)', ['2010-05-11', 'on-track', '102 letters sent for the summer; 38 replies', 'PN']],
    ['4.3', ['2010-06-17', 'on-track', 'Ten settings have said yes', 'HB']],
    ['5.1 (i)', ['2010-06-04', 'on-track', 'System chosen; first 20 settings entered', 'DR']],
    ['5.1 (ii)', ['2010-06-28', 'on-track', 'Form shortened to two pages', 'DR']],
    ['5.3 (i)', ['2010-05-06', 'on-track', '43%; ten in training', 'DR']],
    ['5.4', ['2010-06-22', 'on-track', '46 trained; all courses full', 'DR']],
  ],
  saltby: [
    ['1.2', ['2010-06-14', 'on-track', 'Registrar and clinic leads have agreed', 'CY']],
    ['1.4', ['2010-06-25', 'on-track', 'List drawn up: 91 families', 'CY']],
    ['2.2', ['2010-06-16', 'on-track', 'Request made to the PCT', 'JW']],
    ['2.3', ['2010-06-28', 'on-track', 'Attendance counted for a month', 'CY']],
    ['3.1', ['2010-06-02', 'on-track', 'Met the adult learning manager', 'UB']],
    ['3.3', ['2010-06-07', 'on-track', 'Mornings fixed for all three centres', 'OS']],
    ['5.1', ['2010-06-21', 'on-track', 'Leaflet in the welcome room; one reply', 'CY']],
  ],
  workforce: [
    ['1.2', ['2010-06-10', 'on-track', 'Prospectus out; nine enquiries', 'MO']],
    ['1.3', ['2010-05-20', 'on-track', 'Three clubs will host', 'WE']],
    ['1.4', ['2010-06-16', 'on-track', 'Posts advertised', 'SC']],
    ['2.1', ['2010-05-21', 'on-track', 'First meeting at Eastmere: 12 of 19', 'DR']],
    ['2.2', ['2010-06-30', 'on-track', 'Seven managers, four deputies', 'DR']],
    ['2.3', ['2010-06-24', 'on-track', 'Outline agreed', 'PN']],
    ['3.1', ['2010-06-18', 'on-track', 'Programme drafted', 'TP']],
    ['3.2', ['2010-06-16', 'on-track', 'Four of nine centres', 'SC']],
  ],
};
