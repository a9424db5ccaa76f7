import type { App } from '#core/app.ts';
import { callerOf } from '#core/router.ts';
import { officeWithPlan } from './plans-support.ts';

type Quarter = readonly [period: string, target: string, actual: string, forecast?: string];

const quarters: readonly Quarter[] = [
  ['April to June 2012', '43', '42.0'],
  ['July to September 2012', '45', '44.2'],
  ['October to December 2012', '47', '45.1'],
  ['January to March 2013', '49', '46.8'],
  ['April to June 2013', '52', '52.3 series break (counted from the termly headcount)'],
  ['July to September 2013', '54', '54.0'],
  ['October to December 2013', '56', '56.6'],
  ['January to March 2014', '58', '58.3'],
  ['April to June 2014', '61', '60.0'],
  ['July to September 2014', '63', '58.4'],
  ['October to December 2014', '65', '', '60.5'],
  ['January to March 2015', '67', '', '62.0'],
];

/** The plan of `officeWithPlan` with four KPIs: one of every kind of figure, a break and forecasts. */
export async function officeWithKpis(app: App): Promise<{ planId: string; kpiId: string }> {
  const { planId } = await officeWithPlan(app);
  const call = callerOf(app);
  const { sections } = await call.plans.get({ planId });
  const sectionId = sections[0]?.id ?? null;
  const add = async (name: string, ref: string, o: { unit?: string; tolerance?: number } = {}) => {
    const { kpiId } = await call.kpis.add({ planId, sectionId, name, ref, unit: o.unit ?? '%' });
    await call.kpis.edit({
      kpiId,
      polarity: 'up',
      tolerance: o.tolerance ?? 2,
      dataSource: 'termly headcount',
      owners: 'Mara Quill',
    });
    return kpiId;
  };
  const kpiId = await add('Two-year-olds in a funded place', 'HB 4', { tolerance: 3 });
  const figure = (role: 'target' | 'actual' | 'forecast' | 'baseline', period: string, text: string) => ({
    kpiId,
    role,
    period,
    text,
  });
  await call.kpis.setValues({
    edits: [
      figure('baseline', '2011-12', '41'),
      ...quarters.flatMap(([period, target, actual, forecast]) => [
        figure('target', period, target),
        ...(actual ? [figure('actual', period, actual)] : []),
        ...(forecast ? [figure('forecast', period, forecast)] : []),
      ]),
    ],
  });
  const others: readonly [string, string, readonly string[], readonly string[]][] = [
    ['Good level of development at five', 'HB 5', ['49', '51.2', '52', '54.1'], ['48', '50', '52', '54']],
    ['Three-year-olds in a funded place', 'HB 6', ['93', '94.2', '95.8', '96.2'], ['92', '93', '94', '95']],
    ['Settings judged good or better', 'HB 7', ['64', '66', '70', '69.1'], ['65', '67', '70', '72']],
  ];
  for (const [name, ref, actuals, targets] of others) {
    const id = await add(name, ref);
    await call.kpis.setValues({
      edits: actuals.flatMap((actual, place) => {
        const period = `${2010 + place}-${11 + place}`;
        return [
          { kpiId: id, role: 'actual' as const, period, text: `${actual}%` },
          { kpiId: id, role: 'target' as const, period, text: `${targets[place]}%` },
        ];
      }),
    });
  }
  await add('Story time members under five', 'HB 8');
  await call.kpis.setNarrative({
    kpiId,
    period: 'July to September 2014',
    behind: 'Two nurseries by the docks closed in July, taking 38 funded places with them.',
    doing: 'Open 24 places at the north annexe by January; ask three childminders to join the scheme.',
    by: 'Mara Quill',
    on: '2014-10-11',
  });
  return { planId, kpiId };
}
