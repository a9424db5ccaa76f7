import MailComposer from 'nodemailer/lib/mail-composer';
import type { FileOut } from '#shared/contract/reports.ts';
import { ownLines } from '#shared/domain/own-words.ts';
import type { ReportDocument } from '../document.ts';
import { cleanText, escapeText } from './escape.ts';

export type Draft = {
  readonly to: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly report: ReportDocument;
  readonly files: readonly FileOut[];
  /** Covering words of the officer's own, before what the report says of itself. */
  readonly words?: string | null;
  /** ISO instant and identity: handed in, so that the same draft is the same bytes. */
  readonly at: string;
  readonly messageId: string;
};

/** A header is one line: whatever was pasted, it can start no other header. */
const oneLine = (text: string) =>
  cleanText(text)
    .replaceAll(/[\r\n\t]+/g, ' ')
    .trim();

/**
 * An e-mail that opens as a draft to be looked at and sent (X-Unsent), with the reports attached. No sender is
 * set: the mail program puts in its own. Nothing is fetched and no file is read.
 */
export async function writeEml(draft: Draft): Promise<Uint8Array> {
  const composer = new MailComposer({
    headers: { 'X-Unsent': '1' },
    to: draft.to.map(oneLine),
    bcc: draft.bcc.map(oneLine),
    subject: oneLine(draft.subject),
    date: new Date(draft.at),
    messageId: `<${draft.messageId}@plan-register.invalid>`,
    text: plainBody(draft),
    html: htmlBody(draft),
    attachments: draft.files.map((file) => ({
      filename: oneLine(file.name),
      contentType: file.mime,
      content: Buffer.from(file.base64, 'base64'),
      contentTransferEncoding: 'base64',
    })),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  // Bcc is left out of a message that is sent; this one is not sent but opened, and must keep it.
  message.keepBcc = true;
  return message.build();
}

const greeting = (draft: Draft) => `Attached: ${draft.files.map((file) => oneLine(file.name)).join(', ')}.`;

/** Each line a paragraph; lines that are empty only part them. */
const coveringWords = ({ words, report }: Draft): string[] => [
  ...(words ?? '')
    .split(/\r\n|[\r\n]/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== ''),
  ...ownLines(report.covering ?? []).map(cleanText),
];

function plainBody(draft: Draft): string {
  const { report } = draft;
  return [
    `${report.title}${report.subtitle === '' ? '' : `, ${report.subtitle}`}`,
    '',
    ...coveringWords(draft).flatMap((paragraph) => [paragraph, '']),
    ...report.summary.map(cleanText),
    '',
    greeting(draft),
    report.foot,
  ].join('\n');
}

function htmlBody(draft: Draft): string {
  const { report } = draft;
  const paragraphs = [...coveringWords(draft), ...report.summary, greeting(draft)]
    .map((text) => `<p>${escapeText(text)}</p>`)
    .join('\n');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeText(report.title)}</title></head><body style="font:11pt 'Segoe UI',sans-serif;color:#15181d"><h1 style="font-size:15pt">${escapeText(report.title)}${report.subtitle === '' ? '' : `, ${escapeText(report.subtitle)}`}</h1>
${paragraphs}
<p style="color:#5d6571">${escapeText(report.foot)}</p></body></html>`;
}
