import { knownPlans } from '#db/queries/imports-match.ts';
import type {
  FileView,
  ImportPreview,
  ImportResult,
  Reconciliation,
  TableView,
} from '#shared/contract/imports.ts';
import { placeName, rangePlace } from '#shared/contract/places.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import type { Counts, ImportPlan } from './plan/plan-types.ts';
import type { Recognition } from './recognise/types.ts';
import type { ImportSession, SessionFile } from './sessions.ts';

/** The import as the screen shows it before anything is written. */
export function previewOf(session: ImportSession): ImportPreview {
  const { plan } = session;
  const [only] = session.files;
  const whole = only?.content.kind === 'register' ? countsOf(only.content.json) : null;
  return {
    sessionId: session.id,
    corrected: session.acts.length,
    files: session.files.map((file) => fileView(file, session.plan, saidOf(session))),
    added: whole ?? plan.added,
    updated: plan.updated,
    unchanged: plan.unchanged,
    gone: plan.gone,
    plans: knownPlans(session.register.db).map(({ id, title, period }) => ({
      id,
      title,
      period: period?.label ?? null,
    })),
    changes: plan.changes,
  };
}

/** Files whose plan the officer chose, by their index. */
function saidOf(session: ImportSession): ReadonlySet<string> {
  return new Set(
    session.corrections.flatMap((one) =>
      one.kind === 'into' && one.planId !== null ? [session.files[one.file]?.fileId ?? ''] : [],
    ),
  );
}

function fileView(file: SessionFile, plan: ImportPlan, said: ReadonlySet<string>): FileView {
  const { name, sha256, content } = file;
  const seenBefore = file.seenBefore?.at ?? null;
  if (content.kind === 'register') {
    return {
      name,
      sha256,
      format: 'register-json',
      sheets: [],
      tables: [],
      legend: [],
      questions: [],
      spots: [],
      into: { planId: null, said: false },
      reconciliation: wholeRegister(content.json),
      tray: [],
      remarks: [],
      seenBefore,
    };
  }
  const { recognition } = content;
  const compared = plan.files.find((one) => one.fileId === file.fileId);
  const raised = compared?.raised ?? [];
  const remarks = [...recognition.remarks];
  if (seenBefore) {
    remarks.unshift(
      'These very bytes were brought in before. What has been changed in the register since then stays as it is.',
    );
  }
  return {
    name,
    sha256,
    format: content.format,
    sheets: [...recognition.sheets],
    tables: [...recognition.tables],
    legend: [...recognition.legend],
    questions: [...recognition.questions, ...raised.map((one) => one.question)],
    spots: [
      ...spotsOf(recognition),
      ...raised.flatMap(({ question, spot }) => (spot ? [{ questionId: question.id, ...spot }] : [])),
    ],
    into: { planId: compared?.planId ?? null, said: said.has(file.fileId) },
    reconciliation: recognition.reconciliation,
    tray: trayOf(file),
    remarks,
    seenBefore,
  };
}

const spotsOfEach = 4;

/** The first cells that each question is about. */
function spotsOf({ asked, questions }: Recognition): FileView['spots'] {
  const counts = new Map<number, number>();
  return asked.flatMap(([sheet, row, column, question]) => {
    const before = counts.get(question) ?? 0;
    const questionId = questions[question]?.id;
    counts.set(question, before + 1);
    return questionId === undefined || before >= spotsOfEach ? [] : [{ questionId, sheet, row, column }];
  });
}

/** The pieces of a file's tray, each with its place. */
export function trayOf(file: SessionFile): { where: string; text: string }[] {
  if (file.content.kind === 'register') return [];
  const { recognition, drafts } = file.content;
  return drafts.tray.map(({ grid, row, column, toRow, toColumn, text }) => {
    const sheet = recognition.sheets[grid] ?? { name: '' };
    const alone = row === toRow && column === toColumn;
    const where = alone
      ? placeName(sheet, row, column)
      : rangePlace(sheet, { top: row, left: column, bottom: toRow, right: toColumn });
    return { where, text };
  });
}

/** What `import --json` prints (shared contract of the command line), with what came out of each file where it is known. */
export function resultOf(
  importId: string,
  session: ImportSession,
  came: ReadonlyMap<string, Reconciliation> = new Map(),
): ImportResult {
  const preview = previewOf(session);
  return {
    importId,
    files: preview.files.map((file, at) => ({
      name: file.name,
      sha256: file.sha256,
      format: file.format,
      reconciliation: came.get(session.files[at]?.fileId ?? '') ?? file.reconciliation,
      tables: [...file.tables.map(tableOf), ...headingsOf(session.files[at])],
      tray: file.tray,
      questions: file.questions.map((question) => ({
        where: question.where,
        about: question.about,
        text: question.text,
        choices: question.choices.map((choice) => choice.label),
        taken: question.choices.find((choice) => choice.id === question.taken)?.label ?? question.taken,
      })),
    })),
    added: preview.added,
    updated: preview.updated,
    unchanged: preview.unchanged,
  };
}

type TableResult = ImportResult['files'][number]['tables'][number];

function tableOf({ where, kind, columns, rows, records }: TableView): TableResult {
  return {
    where,
    kind,
    header: columns.map((column) => column.header),
    columns: columns.map(({ header, field, role, period }) => ({
      header,
      field: field === 'value' ? ['value', role, period].filter((part) => part !== null).join(' ') : field,
    })),
    rows,
    records,
  };
}

/** Headings and furniture that no record says, each as a table of one heading row: their words are kept, and said. */
function headingsOf(file: SessionFile | undefined): TableResult[] {
  if (file?.content.kind !== 'tables') return [];
  const { recognition } = file.content;
  return recognition.headings.map(({ grid, row, column, toColumn, furniture, texts }) => ({
    where: rangePlace(recognition.sheets[grid] ?? { name: '' }, {
      top: row,
      left: column,
      bottom: row,
      right: toColumn,
    }),
    kind: furniture ? 'furniture' : 'text',
    header: [...texts],
    columns: texts.map((header) => ({ header, field: 'none' })),
    rows: 1,
    records: 0,
  }));
}

/** How many records of each list a register holds. */
export function countsOf(json: RegisterJson): Counts {
  return Object.fromEntries(
    Object.entries(json).flatMap(([list, records]): [string, number][] =>
      Array.isArray(records) && records.length > 0 ? [[list, records.length]] : [],
    ),
  );
}

/** Every record of a whole register is written as it is. */
export function wholeRegister(json: RegisterJson): Reconciliation {
  const cells = Object.values(countsOf(json)).reduce((sum, count) => sum + count, 0);
  return { cells, placed: cells, tray: 0, lost: 0 };
}
