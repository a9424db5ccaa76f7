import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStrictly } from '../../fixtures/strict-markup.ts';
import { type Office, openOffice } from '../office.ts';
import { sampleReportOffice } from './sample-report.ts';

const parts = new Map<string, string>();
const part = (name: string) => (parts.get(name) ?? '').replace(/^<\?xml[^>]*\?>\s*/, '');
const elements = (name: string) =>
  readStrictly(part('word/document.xml')).elements.filter((one) => one.name === name);

describe('a report in Word', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    const sample = await sampleReportOffice(office);
    const file = await office.caller.reports.make({
      snapshotId: sample.october.id,
      report: 'plan',
      planId: sample.planId,
      format: 'docx',
    });
    expect(file.name).toMatch(/^Harbour Early Years Plan, 2010-11, \d{4}-\d\d-\d\d\.docx$/);
    for (const [name, bytes] of Object.entries(unzipSync(Buffer.from(file.base64, 'base64')))) {
      parts.set(name, Buffer.from(bytes).toString(name.endsWith('.png') ? 'latin1' : 'utf8'));
    }
  });
  afterAll(() => office.close());

  it('has headings with an outline, in the language of the office', () => {
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    for (const level of [0, 1]) {
      expect(part('word/styles.xml')).toMatch(
        new RegExp(`w:styleId="Heading${level + 1}">(?:(?!</w:style>).)*<w:outlineLvl w:val="${level}"/>`),
      );
    }
    const styles = elements('w:pStyle').map(({ attributes }) => attributes['w:val']);
    expect(styles).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Heading2', 'TOC1', 'TableHead']));
  });

  it('names every style that it uses, and every table', () => {
    const defined = new Set(
      readStrictly(part('word/styles.xml')).elements.flatMap(
        ({ attributes }) => attributes['w:styleId'] ?? [],
      ),
    );
    for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle']) {
      for (const { attributes } of elements(name)) expect(defined).toContain(attributes['w:val']);
    }
    expect(elements('w:tblCaption')).toHaveLength(elements('w:tbl').length);
  });

  it('repeats the heading row of every table and cuts no row', () => {
    expect(elements('w:tblHeader')).toHaveLength(elements('w:tbl').length);
    expect(elements('w:cantSplit')).toHaveLength(elements('w:tr').length);
  });

  it('has contents with a line for each heading that leads to it, before anybody updates them', () => {
    const text = part('word/document.xml');
    expect(text).toMatch(/TOC [^<]*\\h/);
    expect(text).not.toContain('w:dirty="true"');
    const targets = new Set(elements('w:bookmarkStart').map(({ attributes }) => attributes['w:name']));
    const links = elements('w:hyperlink').map(({ attributes }) => attributes['w:anchor']);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(targets).toContain(link);
    expect(part('word/settings.xml')).not.toContain('updateFields');
  });

  it('gives each chart a picture with words, and its figures in a table beneath', () => {
    const pictures = elements('wp:docPr');
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.attributes.descr).toMatch(
      /Families who found help within a week.*figures are in the table/,
    );
    expect(part('word/media/image1.png').slice(1, 4)).toBe('PNG');
    expect(elements('w:tblCaption').map(({ attributes }) => attributes['w:val'])).toContain(
      'Figures of HB 1 Families who found help within a week',
    );
  });

  it('lays the wide table of actions on its side and the rest upright, with the number of each page', () => {
    const sides = elements('w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(sides).toContain('landscape');
    expect(sides).toContain('portrait');
    const foot = part('word/footer1.xml');
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
    expect(foot).toContain('From the snapshot of');
  });

  it('says every status as shape and word', () => {
    expect(part('word/document.xml')).toMatch(
      /◆\u00a0<\/w:t><\/w:r><w:r>(?:(?!<w:t[ >]).)*<w:t[^>]*>Off track/,
    );
  });

  it('is dated by its snapshot', () => {
    const days = [...part('docProps/core.xml').matchAll(/<dcterms:\w+ [^>]*>([^<]*)</g)].map(
      ([, day]) => day,
    );
    expect(days).toHaveLength(2);
    expect(days[0]).toBe(days[1]);
    expect(days[0]).not.toContain(String(new Date().getFullYear()));
  });
});
