import type { ImportPreview, ImportResult } from '../contract/imports.ts';

/** What an import told, or a dry run would tell, in the form of `import --json`: all but the id of the import. */
export function resultOfPreview(preview: ImportPreview): Omit<ImportResult, 'importId'> {
  const { added, updated, unchanged } = preview;
  const files = preview.files.map((file) => ({
    name: file.name,
    sha256: file.sha256,
    format: file.format,
    reconciliation: file.reconciliation,
    tables: file.tables.map((table) => ({
      where: table.where,
      kind: table.kind,
      header: table.columns.map((column) => column.header),
      columns: table.columns.map(({ header, field, role, period }) => ({
        header,
        field: field === 'value' ? ['value', role, period].filter((part) => part !== null).join(' ') : field,
      })),
      rows: table.rows,
      records: table.records,
    })),
    tray: file.tray,
    questions: file.questions.map(({ where, about, text, choices, taken }) => ({
      where,
      about,
      text,
      choices: choices.map((choice) => choice.label),
      taken: choices.find((choice) => choice.id === taken)?.label ?? taken,
    })),
  }));
  return { files, added, updated, unchanged };
}
