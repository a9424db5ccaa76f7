import { crc32, deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { sampleReportOffice } from '../reports/sample-report.ts';

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** A PNG of one colour; `more` stands before its end. */
function png(o: { width?: number; height?: number; more?: Buffer[]; dots?: Buffer } = {}): Buffer {
  const { width = 12, height = 8 } = o;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const dots = o.dots ?? Buffer.concat(Array.from({ length: height }, () => Buffer.alloc(1 + 3 * width)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(o.more ?? []),
    chunk('IDAT', deflateSync(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('the look of the office', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const read = (bytes: Buffer | string, name = 'logo.png') =>
    office.caller.settings.readLogo({ name, base64: Buffer.from(bytes).toString('base64'), alt: 'Our logo' });

  it('takes a PNG and keeps nothing of it but its dots', async () => {
    const hidden = chunk('tEXt', Buffer.from('Comment\0<script>secret</script>'));
    const logo = await read(Buffer.concat([png({ more: [hidden] }), Buffer.from('PK behind its end')]));
    const kept = Buffer.from(logo.png, 'base64');
    expect(logo).toMatchObject({ width: 12, height: 8, alt: 'Our logo' });
    expect(kept).toEqual(png());
  });

  it('draws an SVG in dots, so that nothing of it is live', async () => {
    const svg =
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)"><script>alert(1)</script><image href="file:///etc/passwd"/><rect width="40" height="20" fill="#00543c"/></svg>';
    const logo = await read(svg, 'logo.svg');
    expect([logo.width, logo.height]).toEqual([384, 192]);
    expect(Buffer.from(logo.png, 'base64').toString('latin1')).not.toMatch(/script|passwd|alert/);
  });

  it.each([
    ['nothing at all', Buffer.alloc(0), 'file-empty'],
    ['a page', Buffer.from('<html><p>logo</p></html>'), 'file-unsupported'],
    ['a PNG that breaks off', png().subarray(0, 60), 'file-damaged'],
    [
      'a PNG with a wrong sum',
      Buffer.concat([png().subarray(0, 30), Buffer.from([9]), png().subarray(31)]),
      'file-damaged',
    ],
    ['a PNG that swells up', png({ dots: Buffer.alloc(5_000_000) }), 'file-damaged'],
    ['a PNG too large to print', png({ width: 4_000, height: 1 }), 'file-too-large'],
    [
      'a drawing that defines words',
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="x">&a;</svg>'),
      'file-hostile',
    ],
    [
      'a drawing of nothing',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'),
      'file-damaged',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await refusalOf(read(bytes))).toMatchObject({ code });
  });

  it('refuses a colour too pale to read, and names the nearest that is not', async () => {
    const look = { logo: null, colour: '#ffcc00', second: null, confidentiality: null };
    const refusal = await refusalOf(office.caller.settings.set({ look }));
    expect(refusal).toMatchObject({
      code: 'not-possible',
      message: expect.stringMatching(/contrast is 1\.5 to 1/),
    });
    const [nearest] = /#[0-9a-f]{6}(?=\.$)/.exec(refusal?.message ?? '') ?? [];
    await office.caller.settings.set({ look: { ...look, colour: nearest ?? '' } });
    expect((await office.caller.settings.get()).look?.colour).toBe(nearest);
    await office.caller.history.undo();
    expect((await office.caller.settings.get()).look).toBeUndefined();
  });

  it('stands on the cover and at the head of every form, as the snapshot had it', async () => {
    const logo = await read(png({ width: 40, height: 10 }));
    const look = { logo, colour: '#00543c', second: '#7a1f5c', confidentiality: 'For partners <only>' };
    await office.caller.settings.set({ partnership: 'Harbour Partnership', look });
    const sample = await sampleReportOffice(office);
    await office.caller.settings.set({ look: { ...look, logo: null, colour: null } });
    const make = async (format: 'html' | 'docx' | 'xlsx') =>
      Buffer.from(
        (
          await office.caller.reports.make({
            snapshotId: sample.october.id,
            report: 'plan',
            planId: sample.planId,
            format,
          })
        ).base64,
        'base64',
      );
    const html = (await make('html')).toString('utf8');
    expect(html).toContain(
      `<img class="lg" src="data:image/png;base64,${logo.png}" alt="Our logo" width="40" height="10">`,
    );
    expect(html).toContain(':root{--office:#00543c;--office2:#7a1f5c;}');
    expect(html).toContain('<p class="cf">For partners &lt;only&gt;</p>');
    expect(html).toMatch(/@top-right\{content:"Harbour Partnership"/);

    const word = unzipSync(await make('docx'));
    const part = (name: string) => Buffer.from(word[name] ?? []).toString('utf8');
    expect(part('word/document.xml')).toContain('descr="Our logo"');
    expect(part('word/styles.xml')).toMatch(
      /w:styleId="Title"(?:(?!<\/w:style>).)*<w:color w:val="00543C"\/>/,
    );
    const heads = Object.keys(word).filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(heads.some((name) => part(name).includes('Harbour Partnership'))).toBe(true);
    for (const name of heads) expect(part(name)).toContain('For partners &lt;only&gt;');

    const book = unzipSync(await make('xlsx'));
    expect(Object.keys(book).some((name) => /^xl\/media\/.*\.png$/.test(name))).toBe(true);
    expect(Buffer.from(book['xl/worksheets/sheet2.xml'] ?? []).toString('utf8')).toMatch(
      /<oddHeader>[^<]*For partners &lt;only&gt;[^<]*Harbour Partnership<\/oddHeader>/,
    );
  });
});
