import { SaxesParser } from 'saxes';

/** An element of an XML part: its name as written, its attributes, what is in it, and all its text. */
export type Xml = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: readonly Xml[];
  readonly text: string;
};

type Open = { name: string; attributes: Record<string, string>; parts: Xml[]; text: string };

/** Reads XML strictly: throws where it is not well formed. */
export function readXml(bytes: Uint8Array | undefined): Xml {
  const root: Open = { name: '', attributes: {}, parts: [], text: '' };
  const open: Open[] = [root];
  const parser = new SaxesParser({});
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes: { ...attributes }, parts: [], text: '' });
  });
  parser.on('text', (text) => {
    for (const one of open) one.text += text;
  });
  parser.on('closetag', () => {
    const done = open.pop();
    if (done) open.at(-1)?.parts.push(done);
  });
  parser.write(Buffer.from(bytes ?? []).toString('utf8')).close();
  const [first] = root.parts;
  if (!first) throw new Error('no XML');
  return first;
}

/** An element and all beneath it, in order. */
export const allIn = (one: Xml): Xml[] => [one, ...one.parts.flatMap(allIn)];
export const allNamed = (one: Xml, name: string): Xml[] => allIn(one).filter((each) => each.name === name);
export const child = (one: Xml | undefined, ...names: readonly string[]): Xml | undefined =>
  names.reduce<Xml | undefined>((at, name) => at?.parts.find((each) => each.name === name), one);
