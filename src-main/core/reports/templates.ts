import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { circulationLists } from '#db/queries/circulation.ts';
import { lastTemplatePosition, reportTemplates, type TemplateRow } from '#db/queries/report-words.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { circulationLists as listTable, reportTemplates as templateTable } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ReportLayout } from '#shared/contract/report-records.ts';
import type { reportsContract } from '#shared/contract/reports.ts';
import { listWords } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { shortened } from '../plans/labels.ts';
import { step } from '../plans/positions.ts';
import { wordsFor } from './own-words.ts';
import { reportTitles } from './report-titles.ts';

type Saved = z.output<typeof reportsContract.saveTemplate.input>;

const same = (text: string) => text.trim().toLocaleLowerCase('en-GB');

/** Keeps choices under a name. What was usual for the kind of report before is so no longer. */
export function saveTemplate({ app, register }: Doing, { templateId, wordsOf, ...given }: Saved): string {
  const written = wordsOf === null ? [] : wordsFor(register.db, wordsOf);
  const words = written.length > 0 ? written : given.choices.words;
  const fields = { ...given, choices: { ...given.choices, words } };
  const all = reportTemplates(register.db);
  if (templateId !== null) mustTemplate(register.db, templateId);
  if (all.some((one) => one.id !== templateId && same(one.name) === same(fields.name))) {
    throw new AppError(
      'not-possible',
      `There is a template “${fields.name}” already. Change that one, or give this one another name.`,
    );
  }
  const id = templateId ?? app.options.newId();
  const label = `Report template “${shortened(fields.name, 48)}”${templateId === null ? ' added' : ''}`;
  register.act({ kind: 'edit', label }, (tx) => {
    if (fields.usual) {
      for (const one of all)
        if (one.usual && one.report === fields.report && one.id !== id)
          updateRow(tx, templateTable, one.id, { usual: false });
    }
    if (templateId === null)
      insertRow(tx, templateTable, { id, position: lastTemplatePosition(tx) + step, ...fields });
    else updateRow(tx, templateTable, id, fields);
  });
  return id;
}

/** Takes a template out, and out of the papers of the lists that name it; they keep the report. */
export function removeTemplate({ register }: Doing, templateId: string): string {
  const { name } = mustTemplate(register.db, templateId);
  register.act({ kind: 'edit', label: `Deletion of the report template “${shortened(name, 48)}”` }, (tx) => {
    for (const { id, papers } of circulationLists(tx)) {
      if (!papers.some((paper) => paper.templateId === templateId)) continue;
      updateRow(tx, listTable, id, {
        papers: papers.map(({ templateId: own, ...paper }) => ({
          ...paper,
          ...(own && own !== templateId && { templateId: own }),
        })),
      });
    }
    deleteRow(tx, templateTable, templateId);
  });
  return `“${name}”`;
}

export function mustTemplate(db: ReadDb, templateId: string): TemplateRow {
  const template = reportTemplates(db).find(({ id }) => id === templateId);
  if (!template) {
    throw new AppError(
      'not-found',
      'This report template is no longer in the register. Choose another, or undo its deletion.',
    );
  }
  return template;
}

/** The template of a name, as a command names it; for this kind of report and no other. */
export function templateNamed(
  templates: readonly Pick<TemplateRow, 'id' | 'name' | 'report' | 'choices'>[],
  report: TemplateRow['report'],
  name: string,
): Pick<TemplateRow, 'id' | 'choices'> {
  const own = templates.filter((one) => one.report === report);
  const found = own.find((one) => same(one.name) === same(name));
  if (found) return found;
  const names = listWords(own.map((one) => `“${one.name}”`));
  throw new AppError(
    'nothing-found',
    `There is no template “${name}” for ${reportTitles[report]}. ${own.length === 0 ? 'There is none yet.' : `There is ${names}.`}`,
  );
}

/** The layout asked for, or the template's; null for the usual. */
export function layoutOf(
  db: ReadDb,
  { layout, templateId }: { layout?: ReportLayout | null; templateId?: string | null },
): ReportLayout | null {
  return layout ?? (templateId ? mustTemplate(db, templateId).choices.layout : null);
}
