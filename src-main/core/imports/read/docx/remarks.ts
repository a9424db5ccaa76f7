/** What was met in a document and left out, gathered while reading and said in sentences at the end. */
export type Remarks = {
  pictures: number;
  charts: number;
  readonly captions: string[];
  readonly diagrams: string[];
  readonly objects: string[];
  readonly watermarks: string[];
  readonly hidden: string[];
  readonly removed: string[];
  readonly others: string[];
};

export function newRemarks(): Remarks {
  return {
    pictures: 0,
    charts: 0,
    captions: [],
    diagrams: [],
    objects: [],
    watermarks: [],
    hidden: [],
    removed: [],
    others: [],
  };
}

const mostQuoted = 20;

export function remarkSentences(r: Remarks): string[] {
  const said: string[] = [];
  const counted = [counting(r.pictures, 'picture'), counting(r.charts, 'chart')].filter(
    (words) => words !== '',
  );
  if (counted.length > 0) said.push(`${capital(counted.join(' and '))} left out.`);
  quoted(
    said,
    r.captions,
    (words) => `A picture is described in words: “${words}”.`,
    'descriptions of pictures',
  );
  quoted(said, r.diagrams, (words) => `A diagram was left out. It says: ${words}`, 'diagrams');
  quoted(said, r.objects, (words) => `An embedded object was left out (${words}).`, 'embedded objects');
  quoted(said, r.watermarks, (words) => `Behind the text stands “${words}”.`, 'words behind the text');
  quoted(said, r.hidden, (words) => `Hidden text was left out: “${words}”.`, 'stretches of hidden text');
  quoted(
    said,
    r.removed,
    (words) => `A tracked change takes out “${words}”.`,
    'texts that tracked changes take out',
  );
  quoted(said, r.others, (words) => words, 'remarks');
  return said;
}

function quoted(
  said: string[],
  all: readonly string[],
  sentence: (words: string) => string,
  noun: string,
): void {
  const distinct = [...new Set(all.map((words) => words.trim()).filter((words) => words !== ''))];
  for (const words of distinct.slice(0, mostQuoted)) said.push(sentence(shortened(words)));
  const more = distinct.length - mostQuoted;
  if (more > 0) said.push(`There ${more === 1 ? 'is' : 'are'} ${more} more ${noun}.`);
}

function shortened(words: string): string {
  return words.length > 600 ? `${words.slice(0, 600)}…` : words;
}

function counting(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
