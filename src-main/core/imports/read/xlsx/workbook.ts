import type { ReadLimits } from '../limits.ts';
import type { ZipPackage } from '../preflight.ts';
import { damaged } from '../refusals.ts';
import { attribute, flag, next, openXml, type Xml } from '../xml.ts';

/** A part of the package that another part points at. */
export type Relation = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly outside: boolean;
};

export type SheetPlace = { readonly name: string; readonly hidden: boolean; readonly relation: Relation };

export type Parts = {
  readonly zip: ZipPackage;
  readonly limits: ReadLimits;
  /** Opens a part for reading; null where the package has none of this name. */
  open(name: string): Xml | null;
  /** What the part points at; targets inside the package are full part names. Nothing outside is ever followed. */
  relations(name: string): Relation[];
};

export function openParts(zip: ZipPackage, limits: ReadLimits): Parts {
  const open = (name: string): Xml | null => {
    const content = zip.part(name);
    return content === null ? null : openXml(content, zip.fileName, name, limits.xmlDepth);
  };
  return { zip, limits, open, relations: (name) => readRelations(open(relationsName(name)), name) };
}

function relationsName(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

function readRelations(x: Xml | null, of: string): Relation[] {
  const relations: Relation[] = [];
  if (x === null) return relations;
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open' || x.name !== 'Relationship') continue;
    const target = attribute(x, 'Target') ?? '';
    const outside = attribute(x, 'TargetMode') === 'External';
    relations.push({
      id: attribute(x, 'Id') ?? '',
      // The kind is the last word of the address, the same in Transitional and Strict files.
      type: (attribute(x, 'Type') ?? '').split('/').at(-1) ?? '',
      target: outside ? target : fullName(of, target),
      outside,
    });
  }
  return relations;
}

function fullName(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

export type Workbook = {
  readonly part: string;
  readonly relations: readonly Relation[];
  readonly from1904: boolean;
  readonly sheets: readonly SheetPlace[];
};

/** Finds the workbook part and its list of sheets. Throws AppError file-damaged where there is none. */
export function readWorkbook(parts: Parts): Workbook {
  const { fileName } = parts.zip;
  const main = parts.relations('').find((relation) => relation.type === 'officeDocument');
  const part = main?.target ?? 'xl/workbook.xml';
  const x = parts.open(part);
  if (x === null) throw damaged(fileName, 'it has no workbook inside');
  const relations = parts.relations(part);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  for (let kind = next(x); kind !== 'end'; kind = next(x)) {
    if (kind !== 'open') continue;
    if (x.name === 'workbookPr') from1904 = flag(x, 'date1904');
    else if (x.name === 'sheet') {
      const relation = byId.get(attribute(x, 'id') ?? '');
      const name = attribute(x, 'name') ?? '';
      if (relation === undefined) throw damaged(fileName, `its sheet ${name} is not there`);
      const state = attribute(x, 'state');
      sheets.push({ name, hidden: state === 'hidden' || state === 'veryHidden', relation });
    }
  }
  return { part, relations, from1904, sheets };
}
