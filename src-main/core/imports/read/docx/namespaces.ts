/**
 * Namespaces by a short name of our own. A document may choose its prefixes as it likes, and Strict files (ISO
 * 29500) name the same things by other addresses; here they are all one.
 */
const shortNames = new Map<string, string>([
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['http://schemas.microsoft.com/office/drawing/2008/diagram', 'dsp'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  ...[
    ['wordprocessingml/main', 'w'],
    ['officeDocument/relationships', 'r'],
    ['officeDocument/math', 'm'],
    ['drawingml/main', 'a'],
    ['drawingml/picture', 'pic'],
    ['drawingml/chart', 'c'],
    ['drawingml/diagram', 'dgm'],
    ['drawingml/wordprocessingDrawing', 'wp'],
  ].flatMap(([path = '', short = '']): [string, string][] => {
    const [family = '', last = ''] = path.split('/');
    return [
      [`http://schemas.openxmlformats.org/${family}/2006/${last}`, short],
      [`http://purl.oclc.org/ooxml/${path}`, short],
    ];
  }),
]);

/** Names met so far, by namespace; the same few hundred come back in every document. */
const known = new Map<string, Map<string, string>>([...shortNames.keys()].map((uri) => [uri, new Map()]));
const mostKnown = 500;

/** "w:tbl" for an element or attribute of this namespace; a plain name where it has none, "?:tbl" where nobody knows it. */
export function shortName(namespace: string, local: string): string {
  if (namespace === '') return local;
  const names = known.get(namespace);
  if (names === undefined) return `?:${local}`;
  const found = names.get(local);
  if (found !== undefined) return found;
  const name = `${shortNames.get(namespace)}:${local}`;
  if (names.size < mostKnown) names.set(local, name);
  return name;
}

/** Branches of mc:AlternateContent that this reader understands, by the namespaces they ask for. */
const understood: ReadonlySet<string> = new Set([
  'wps',
  'wpg',
  'wpc',
  'w14',
  'w15',
  'w',
  'a',
  'wp',
  'pic',
  'v',
]);

export function isUnderstood(namespace: string): boolean {
  const short = shortNames.get(namespace);
  return short !== undefined && understood.has(short);
}
