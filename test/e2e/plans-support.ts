import type { App } from '#core/app.ts';
import { createRegister } from '#core/register/create.ts';
import { callerOf } from '#core/router.ts';
import type { EditableField } from '#shared/contract/plans.ts';

type Words = Partial<Record<EditableField, string>>;

const plan: readonly { ref: string; title: string; under?: string; rows: readonly Words[] }[] = [
  { ref: '1', title: 'Families find us easily', rows: [] },
  {
    ref: '1.1',
    title: 'One front door for every family',
    under: '1',
    rows: [
      {
        ref: '1.1 (i)',
        text: 'Open a drop-in desk in the market hall on two mornings a week',
        leads: 'Hester Vane\nOutreach team',
        timescale: 'September 2014 onwards',
        status: 'On track',
        lastUpdate: 'Desk open since 9 September; 118 families seen',
        measures: '100 families a term',
      },
      {
        ref: '1.1 (ii)',
        text: 'Print the map of groups in the five languages most spoken in the harbour wards',
        leads: 'Idris Bell',
        timescale: 'By Dec 2014',
        status: 'At risk',
        lastUpdate: 'Translation quotes came in over budget',
        comment: 'Ask the library service to share the print run',
      },
      {
        ref: '1.1 (iii)',
        text: 'Agree one referral route with midwives',
        leads: 'Hester Vane',
        timescale: 'June 2014 / new date December 2014',
        status: 'Off track',
        lastUpdate: 'Waiting for the trust to sign',
      },
      { ref: '1.1 (iv)', text: 'Weekend story walks for fathers', leads: 'Idris Bell', timescale: 'Ongoing' },
    ],
  },
  {
    ref: '1.2',
    title: 'Speech and language help comes early',
    under: '1',
    rows: [
      {
        ref: '1.2 (i)',
        text: 'A trained champion in every nursery',
        leads: 'Mara Quill',
        timescale: 'March 2015',
        status: 'On track',
        lastUpdate: '21 of 30 trained',
        measures: '30 champions trained\nHalf of them childminders',
        resources: 'Workforce fund, £12,000',
      },
      { ref: '1.2 (ii)', text: 'As 1.1 (iii)', leads: 'Mara Quill', timescale: 'Dec 09' },
    ],
  },
  {
    ref: '2',
    title: 'Every setting good or better',
    rows: [
      {
        ref: '2.1',
        text: 'Visit each setting that was asked to improve within a fortnight of its report',
        leads: 'Quality team',
        timescale: 'Ongoing',
        status: 'Complete',
        lastUpdate: 'All seven visited',
      },
    ],
  },
];

/** A register with one plan of eight actions, written through the procedures a screen would use. */
export async function officeWithPlan(app: App): Promise<{ planId: string }> {
  await createRegister(app, { name: 'Harbour', partnership: 'Harbour Early Years Partnership' });
  const call = callerOf(app);
  const { planId } = await call.plans.create({
    title: 'Harbour Early Years Plan 2014-15',
    kind: 'delivery plan',
    period: '2014-15',
  });
  const ids = new Map<string, string>();
  for (const section of plan) {
    const { sectionId } = await call.plans.addSection({
      planId,
      parentId: section.under ? (ids.get(section.under) ?? null) : null,
      afterSectionId: null,
      kind: section.under ? 'objective' : 'priority',
      ref: section.ref,
      title: section.title,
    });
    ids.set(section.ref, sectionId);
    if (section.rows.length === 0) continue;
    await call.plans.addActions({ planId, sectionId, afterActionId: null, rows: [...section.rows] });
  }
  return { planId };
}

/** A plan of `count` actions in sections of fifty, each with words of every column: for the bench. */
export async function officeWithManyActions(app: App, count: number): Promise<{ planId: string }> {
  await createRegister(app, { name: 'Large', partnership: 'Large Partnership' });
  const call = callerOf(app);
  const { planId } = await call.plans.create({ title: 'Large plan', kind: 'work plan', period: '2014-15' });
  const inSection = 50;
  for (let from = 0; from < count; from += inSection) {
    const number = from / inSection + 1;
    const { sectionId } = await call.plans.addSection({
      planId,
      parentId: null,
      afterSectionId: null,
      kind: 'priority',
      ref: String(number),
      title: `Priority ${number}: settings in ward ${number % 23}`,
    });
    const rows = Array.from({ length: Math.min(inSection, count - from) }, (_, place) => ({
      ref: `${number}.${place + 1}`,
      text: `Visit setting ${place + 1} of ward ${number % 23} ${'and agree what it will do next '.repeat(1 + ((number + place) % 3))}`,
      leads: `Lead ${(number + place) % 40}`,
      timescale: `${['March', 'June', 'September', 'December'][place % 4]} 2015`,
      status: ['On track', 'At risk', 'Off track', 'Complete'][(number + place) % 4] ?? 'On track',
      lastUpdate: `Visit ${place + 1} made; notes sent`,
    }));
    await call.plans.addActions({ planId, sectionId, afterActionId: null, rows });
  }
  return { planId };
}
