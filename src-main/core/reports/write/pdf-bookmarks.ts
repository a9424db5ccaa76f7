/**
 * Chromium (153) writes a bookmark from the pieces in which a heading was laid out: the space at a line's end is lost
 * ("health visitors andchildren's centres"), and a heading that was moved to the next page is named twice. Here each
 * bookmark whose words are those of the heading it belongs to gets them as they are written; any other stays as it is.
 */
export function withBookmarks(pdf: Uint8Array, page: string): Uint8Array {
  // Latin-1 gives each byte a character and back.
  const text = Buffer.from(pdf).toString('latin1');
  const headings = headingsOf(page);
  const marks = [...text.matchAll(bookmark)].sort((a, b) => Number(a[2]) - Number(b[2]));
  const changes = marks.flatMap((mark, at) => {
    const [, before = '', , title = ''] = mark;
    const heading = headings[at];
    if (heading === undefined || !isSame(titleOf(title), heading)) return [];
    return [{ from: mark.index + before.length, length: title.length, to: written(heading) }];
  });
  return Buffer.from(replaced(text, changes) ?? text, 'latin1');
}

const bookmark = /((?<=\n)(\d+) 0 obj\n<<\/Title )(\((?:[^\\()]|\\[\s\S])*\)|<[0-9A-F]*>)\n\/Dest/g;

/** The headings of a page that this program wrote, in order. */
function headingsOf(page: string): string[] {
  const plain: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return [...page.matchAll(/<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g)].map(([, inside = '']) =>
    inside
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => plain[name] ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

const squashed = (text: string) => text.replaceAll(/\s+/g, '');

function isSame(title: string, heading: string): boolean {
  const [told, meant] = [squashed(title), squashed(heading)];
  return meant !== '' && (told === meant || told === meant + meant);
}

/** A string of the PDF as text: UTF-16 in hexadecimal, or plain characters with a few escaped (ISO 32000, 7.3.4). */
function titleOf(string: string): string {
  if (string.startsWith('<')) {
    const bytes = Buffer.from(string.slice(1, -1), 'hex');
    return bytes.subarray(2).swap16().toString('utf16le');
  }
  return string
    .slice(1, -1)
    .replaceAll(/\\([0-7]{1,3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
    .replaceAll(/\\([\s\S])/g, '$1');
}

function written(title: string): string {
  if (/^[ -~]*$/.test(title)) return `(${title.replaceAll(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

type Change = { readonly from: number; readonly length: number; readonly to: string };

/** The file with the changes made and its table of addresses set right; null where it has no plain table at its end. */
function replaced(text: string, changes: readonly Change[]): string | null {
  const start = /startxref\n(\d+)\n%%EOF\s*$/.exec(text);
  const table = Number(start?.[1]);
  const head = /^xref\n0 \d+\n/.exec(text.slice(table, table + 40))?.[0];
  if (!start || head === undefined) return null;
  const inOrder = changes.toSorted((a, b) => a.from - b.from);
  let body = '';
  let done = 0;
  for (const { from, length, to } of inOrder) {
    body += text.slice(done, from) + to;
    done = from + length;
  }
  body += text.slice(done, table);
  const moved = (address: number) =>
    address +
    inOrder.reduce((sum, { from, length, to }) => (from < address ? sum + to.length - length : sum), 0);
  const rest = text
    .slice(table, start.index)
    .replaceAll(
      /^(\d{10}) (\d{5} n)/gm,
      (_, address: string, more: string) => `${String(moved(Number(address))).padStart(10, '0')} ${more}`,
    );
  return `${body}${rest}startxref\n${body.length}\n%%EOF\n`;
}
