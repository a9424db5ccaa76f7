import type { ImportPreview } from '#shared/contract/imports.ts';
import { Select } from '../../components/select.tsx';
import type { Correct } from './use-import.ts';

/** Which plan of the register the file is of. What was found stands there until the officer says otherwise. */
export function PlanChoice({
  preview,
  fileAt,
  onCorrect,
}: {
  preview: ImportPreview;
  fileAt: number;
  onCorrect: Correct;
}) {
  const file = preview.files[fileAt];
  const makesPlan = file?.tables.some((table) => table.kind === 'actions' || table.kind === 'kpis');
  if (!file || preview.plans.length === 0 || !makesPlan) return null;
  const { into } = file;
  const isKnown = preview.plans.some((plan) => plan.id === into.planId);
  const choices = [
    {
      id: 'new',
      text: into.planId !== null && !isKnown ? 'The plan of another file here' : 'A plan of its own',
    },
    ...preview.plans.map(({ id, title, period }) => ({
      id,
      text: period && !title.includes(period) ? `${title}, ${period}` : title,
    })),
  ];
  return (
    <div className="of-plan">
      <Select
        label="This file is"
        choices={choices}
        value={isKnown ? (into.planId ?? 'new') : 'new'}
        onChange={(planId) => onCorrect([{ kind: 'into', file: fileAt, planId }])}
      />
      <p className="sm q2">
        {isKnown
          ? into.said
            ? 'You said so. What differs from it is listed beneath.'
            : 'Found by its title, its year or its actions. What differs from it is listed beneath.'
          : 'No plan of the register was found to be the same. Choose one here to bring this in as its new version.'}
      </p>
    </div>
  );
}
