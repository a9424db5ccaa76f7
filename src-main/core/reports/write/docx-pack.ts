import { strFromU8, strToU8, unzipSync } from 'fflate';
import { tableStyleXml } from './docx-styles.ts';
import { zipFiles } from './zip.ts';

/**
 * The library dates a document, and every file of its zip, by the machine's clock. Packed again, it is dated by its
 * snapshot (`asAt`, ISO UTC): the same report is the same file, whenever it is made.
 */
export function packAsAt(docx: Uint8Array, asAt: string): Uint8Array {
  const finish: Record<string, (xml: string) => string> = {
    'docProps/core.xml': (xml) => datedAt(xml, asAt),
    'word/styles.xml': (xml) => xml.replace('</w:styles>', `${tableStyleXml}</w:styles>`),
  };
  return zipFiles(
    Object.entries(unzipSync(docx)).map(([name, bytes]) => {
      const finished = finish[name];
      return { name, bytes: finished ? strToU8(finished(strFromU8(bytes))) : bytes };
    }),
  );
}

/** Only these two elements hold days; the words of the report stand in others, where they are escaped. */
const datedAt = (core: string, asAt: string) =>
  core.replaceAll(
    /(<dcterms:(?:created|modified) [^>]*>)[^<]*/g,
    (_all, opening: string) => `${opening}${asAt.replace(/\.\d+Z$/, 'Z')}`,
  );
