/** The files that the reader takes, as a chooser of files lists them. */
export const readableFiles = [
  ...['.xlsx', '.xlsm', '.xls', '.ods', '.fods', '.docx'],
  ...['.csv', '.tsv', '.txt', '.md', '.html', '.htm', '.xml', '.json'],
];
