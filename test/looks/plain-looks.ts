import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { htmlFaults } from './html-looks.ts';

/** One CSV file, or a zip of them: read by two readers, rectangular, and no field that a spreadsheet works out. */
export function csvFaults(bytes: Uint8Array): string[] {
  const files =
    bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.entries(unzipSync(bytes)) : [['', bytes] as const];
  return files.flatMap(([name, file]) =>
    tableFaults(file).map((fault) => (name === '' ? fault : `${name}: ${fault}`)),
  );
}

function tableFaults(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('utf8');
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').replace(/\r\n$/, ''), {
    delimiter: ',',
  });
  const [head = []] = data;
  const book = read(bytes, { raw: true, cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const there = sheet
    ? utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, blankrows: true, defval: '' })
    : [];
  return [
    ...(text.startsWith('\ufeff') ? [] : ['no mark of UTF-8']),
    ...errors.map(({ message }) => message),
    ...(head.every((one) => one.trim() !== '') ? [] : ['a column without a name']),
    ...data.flatMap((row, at) =>
      row.length === head.length ? [] : [`row ${at + 1} has ${row.length} fields of ${head.length}`],
    ),
    ...(there.length === data.length ? [] : [`another reader finds ${there.length} rows of ${data.length}`]),
    ...data
      .flat()
      .flatMap((field) =>
        isWorkedOut(field) ? [`a spreadsheet would work out “${field.slice(0, 40)}”`] : [],
      ),
  ];
}

const isWorkedOut = (field: string) => /^\s*[=+\-@]/.test(field) && !/^[+-]?\d[\d,.]*%?$/.test(field);

/** An e-mail draft by another library than its writer's: a draft, with a subject, bodies and whole attachments. */
export async function emlFaults(bytes: Uint8Array, attachments: number): Promise<string[]> {
  const mail = await PostalMime.parse(bytes);
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
  return [
    ...(header('x-unsent') === '1' ? [] : ['opens as a message that was sent']),
    ...(mail.subject?.trim() ? [] : ['no subject']),
    ...(mail.text?.trim() ? [] : ['no body as plain text']),
    ...htmlFaults(mail.html ?? '').map((fault) => `its body: ${fault}`),
    ...(mail.attachments.length === attachments
      ? []
      : [`${mail.attachments.length} attachments of ${attachments}`]),
    ...mail.attachments.flatMap(({ filename, content }) => [
      ...(filename ? [] : ['an attachment has no name']),
      ...((typeof content === 'string' ? content.length : content.byteLength) > 0
        ? []
        : [`${filename} is empty`]),
    ]),
  ];
}
