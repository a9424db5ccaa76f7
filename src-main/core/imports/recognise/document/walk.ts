import type { TableView } from '#shared/contract/imports.ts';
import { rangePlace } from '#shared/contract/places.ts';
import { markText } from '../build-sheets.ts';
import { buildTable, markHeaders } from '../build-table.ts';
import type { Context } from '../context.ts';
import { viewOf } from '../read-table.ts';
import { isLeadLine } from '../row-kinds.ts';
import { readSectionTitle, type SectionTitle } from '../section-titles.ts';
import { buildDuties, buildGlossary } from '../small-tables.ts';
import { fundingTable, matrixTable, peopleTable } from '../table-kinds.ts';
import { foldSpace, linesOf, withoutBullet } from '../words.ts';
import type { Paragraph } from './blocks.ts';
import { type Fact, factOfLine, factsOf } from './facts.ts';
import { isGeneric, labelKind, standsAlone } from './heading-words.ts';
import { type Holder, hold, holderOf, place, settle } from './holder.ts';
import { openLeadRows } from './lead-rows.ts';
import { draftHeadedAction } from './list-actions.ts';
import { draftMembers } from './member-tables.ts';
import type { Passage } from './passages.ts';
import type { OpenPlan } from './plans.ts';
import type { DocumentReadTable } from './read-tables.ts';
import { labelsText, type PlanNode, type Roles } from './roles.ts';
import { isSectionForm, openSectionForm, withoutTableLabel } from './section-forms.ts';
import { rows } from './table-parts.ts';

type Walk = {
  readonly root: PlanNode;
  readonly roles: Roles;
  readonly plans: readonly OpenPlan[];
  readonly used: ReadonlySet<Paragraph>;
  /** Rows of tables that have been read as lines already. */
  readonly rows: ReadonlySet<number>;
  readonly remarks: string[];
};

/** Where in the plan the walk stands: what words belong to, and how deep the next heading would be. */
type Place = { readonly plan: OpenPlan; readonly holder: Holder; readonly level: number };

/** Goes through a document from top to bottom and makes its sections and records. */
export function walk(context: Context, o: Walk): TableView[] {
  const views: TableView[] = [];
  const holders = new Map<number, Holder>();
  const first = o.plans[0] as OpenPlan;
  let form: { readonly place: Place; readonly under: Place } | null = null;
  const whole = holderOf(first.index, null, first.preamble);
  visit(o.root, { plan: first, holder: whole, level: -1 });
  for (const holder of holders.values()) settle(context, holder);
  return views;

  function visit(node: PlanNode, at: Place): void {
    const place = enter(node, at);
    let here = place;
    if (o.roles.of(node) === 'action' && node.heading) {
      draftHeadedAction(context, {
        plan: here.plan.index,
        section: here.holder.section,
        heading: node.heading,
        lines: node.content.filter((one): one is Paragraph => one.kind === 'paragraph'),
      });
      return;
    }
    const parts = o.roles.passages(node);
    parts.forEach((part, at) => {
      if ('region' in part) {
        ensureOpen(here);
        if (isSectionForm(part)) here = openForm(part, here);
        else {
          const view = takeTable(context, o, part, here, headingsOver(node));
          if (view) views.push(view);
        }
      } else takeWords(node, withoutTableLabel(context, part, parts[at + 1]), here);
    });
    for (const child of node.children) visit(child, place);
  }

  /** A table that is the face of a section holds until the next such table or the next section's heading. */
  function openForm(table: DocumentReadTable, at: Place): Place {
    const under = form?.under ?? at;
    const { plan, holder } = under;
    plan.stack.startTable(holder.section === null ? -1 : under.level);
    openSectionForm(context, plan.stack, table);
    const index = plan.stack.peek();
    if (index === null) return at;
    const place = {
      plan,
      holder: holderFor(index, plan),
      level: holder.section === null ? 0 : under.level + 1,
    };
    form = { place, under };
    return place;
  }

  /** Opens what a heading opens, and says what stands under it. */
  function enter(node: PlanNode, at: Place): Place {
    const own = o.plans.find((plan) => plan.node === node);
    if (own) return { plan: own, holder: holderOf(own.index, null, own.preamble), level: -1 };
    const { heading } = node;
    const role = o.roles.of(node);
    if (!heading || role === 'title' || role === 'root') return at;
    const { stack } = at.plan;
    stack.closeFrom(node.level);
    if (standsAlone(heading.words) && role !== 'section') {
      stack.closeFrom(0);
      const apart = { plan: at.plan, holder: holderOf(at.plan.index, null, at.plan.preamble), level: -1 };
      if (role === 'plain') keepHeading(node, apart.holder, heading);
      return apart;
    }
    if (form && form.place.plan === at.plan && (role === 'label' || isGeneric(heading.words))) {
      stack.reopen(form.place.holder.section ?? 0, form.place.level);
      if (role !== 'label' || !labelsText(node)) keepHeading(node, form.place.holder, heading);
      return form.place;
    }
    form = null;
    ensureOpen(at);
    if (role === 'again') {
      const index = sameNumber(context, at.plan.index, o.roles.reading(node));
      if (index !== null) {
        stack.reopen(index, node.level);
        const holder = holderFor(index, at.plan);
        const section = context.drafts.sections[index];
        if (section && !section.details.some((one) => one.text === heading.text)) {
          if (foldSpace(section.title) !== o.roles.reading(node).title)
            section.details.push({ label: 'Heading', text: heading.text });
          place(context, holder, section, 'details', heading);
        }
        return { plan: at.plan, holder, level: node.level };
      }
    }
    if (role === 'section' || role === 'again') {
      const reading = o.roles.reading(node);
      const index = stack.open(
        {
          kind: reading.kind ?? 'theme',
          ref: reading.ref,
          title: reading.title === '' ? heading.words : reading.title,
          bullets: [...reading.bullets],
          leads: [],
          details: [],
          source: [context.layout(heading.sheet.index, [['title', 0, 0]]), heading.row, heading.row],
        },
        node.level,
      );
      context.mark(heading.sheet.index, heading.row, 0, 'section');
      keepKindWord(index, reading, heading);
      return index < 0 ? at : { plan: at.plan, holder: holderFor(index, at.plan), level: node.level };
    }
    if (role === 'plain' || (role === 'label' && !labelsText(node))) keepHeading(node, at.holder, heading);
    return at;
  }

  /** "Workstream 1: …" is given back as a theme: its own word stays beside it. */
  function keepKindWord(index: number, reading: SectionTitle, heading: Paragraph): void {
    const section = context.drafts.sections[index];
    const said = foldSpace(heading.words.replace(reading.title, '').replace(reading.ref ?? '', ''));
    const word = said
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .toLowerCase();
    if (!section || word === '' || word === section.kind || section.details.length > 0) return;
    section.details.push({ label: 'Heading', text: heading.words });
  }

  /** What stood apart in between has closed the section that holds here: it is opened again. */
  function ensureOpen({ plan, holder, level }: Place): void {
    if (holder.section !== null && plan.stack.peek() === null) plan.stack.reopen(holder.section, level);
  }

  function holderFor(index: number, plan: OpenPlan): Holder {
    const known = holders.get(index);
    if (known) return known;
    const made = holderOf(plan.index, index, plan.preamble);
    holders.set(index, made);
    return made;
  }

  function takeWords(node: PlanNode, passages: readonly Passage[], here: Place): void {
    const { heading } = node;
    const label = heading !== null && o.roles.of(node) === 'plain' && here.holder.section !== null;
    if (here.holder.section === null) here.plan.facts.push(...factLines(passages));
    hold(context, here.holder, passages, label ? heading.words : null);
  }

  /** A heading that opens nothing: one that only names a kind of content says nothing more, others are kept. */
  function keepHeading(node: PlanNode, holder: Holder, heading: Paragraph): void {
    if (o.used.has(heading)) return;
    const section = context.drafts.sections[holder.section ?? -1];
    if (isGeneric(heading.words) && readSectionTitle(heading.text).ref === null) {
      context.mark(heading.sheet.index, heading.row, 0, 'header');
    } else if (!section) {
      holder.preamble.push(heading.text);
      context.mark(heading.sheet.index, heading.row, 0, 'placed');
    } else {
      // Where text follows, the heading is its label.
      const [first] = o.roles.passages(node);
      const labels = first !== undefined && !('region' in first);
      if (!labels) section.details.push({ label: 'Heading', text: heading.text });
      place(context, holder, section, 'details', heading);
    }
  }
}

function factLines(passages: readonly Passage[]): Fact[] {
  return passages.flatMap((one) =>
    (one.kind === 'text' ? one.paragraphs : []).flatMap((line) => factOfLine(line) ?? []),
  );
}

/** The section of a plan with this number, the latest first. */
function sameNumber(
  context: Context,
  plan: number,
  reading: { readonly kind: string | null; readonly ref: string | null },
): number | null {
  const at = context.drafts.sections.findLastIndex(
    (section) =>
      section.plan === plan &&
      section.ref === reading.ref &&
      (reading.kind === null || section.kind === reading.kind),
  );
  return at < 0 ? null : at;
}

/** The headings that a table stands under, the nearest first. */
function headingsOver(node: PlanNode): string[] {
  const words: string[] = [];
  for (let at: PlanNode | null = node; at; at = at.parent) if (at.heading) words.push(at.heading.words);
  return words;
}

/** Makes the records of one table under its headings. */
function takeTable(
  context: Context,
  o: Walk,
  table: DocumentReadTable,
  here: Place,
  headings: readonly string[],
): TableView | null {
  const { plan } = here;
  const { kind } = table.read.kind;
  if (o.rows.has(table.block.top)) {
    // A key or a glossary without headings has been read line by line.
    const isKey = context.key.some((line) => line.row === table.block.top);
    return viewOf(
      table.read,
      [],
      isKey ? 0 : table.block.bottom - table.block.top + 1,
      isKey ? 'key' : 'glossary',
    );
  }
  const facts = factsOf(table.block);
  const form = table.read.region.form !== undefined;
  if (facts && !form && (kind !== 'actions' || table.region.bottom === table.region.top)) {
    keepFacts(context, here, table, facts);
    return null;
  }
  if (kind === 'actions' || kind === 'kpis') {
    plan.stack.startTable(here.holder.section === null ? -1 : here.level);
    openLeadRows(context, plan.stack, table);
    return buildTable(context, table.read, plan.index, plan.stack.peek(), plan.stack);
  }
  if (kind === 'glossary') return buildGlossary(context, table.read, plan.index);
  if (kind === 'duties') return buildDuties(context, table.read, plan.index);
  if (kind === 'key') {
    markHeaders(context, table.read);
    return viewOf(table.read, [], 0);
  }
  if (table.read.kind.because === peopleTable && draftMembers(context, headings, table))
    return viewOf(table.read, [], 0);
  if (here.holder.section !== null && keepPairs(context, here, table)) return viewOf(table.read, [], 0);
  const said = [fundingTable, matrixTable, peopleTable].includes(table.read.kind.because);
  if (!said) o.remarks.push(trayRemark(table));
  markText(context, table.read);
  return viewOf(table.read, [], 0);
}

/** Labels beside text under a section ("Where we are now | …") are the section's own words. */
function keepPairs(context: Context, here: Place, table: DocumentReadTable): boolean {
  const { sheet, top, bottom, right } = table.block;
  const lines = rows(top, bottom).map((row) => sheet.filled(row));
  if (right !== 1 || lines.length > 20 || lines.some((cells) => cells.length > 2)) return false;
  if (lines.some(([label]) => (label?.text.length ?? 0) > 80 && label?.column === 0)) return false;
  keepFacts(
    context,
    here,
    table,
    lines.flatMap(([label, value]) =>
      label
        ? [
            {
              label: foldSpace(label.text).replace(/\s*:$/, ''),
              value: value?.text.trim() ?? '',
              cells: value ? [label, value] : [label],
            },
          ]
        : [],
    ),
  );
  return true;
}

function trayRemark(table: DocumentReadTable): string {
  const { sheet, top, bottom, right } = table.block;
  const where = rangePlace(sheet.grid, { top, bottom, left: 0, right });
  const words = sheet
    .filled(top)
    .map((cell) => foldSpace(cell.text))
    .join(', ');
  const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  const what = /^versions?\b|\bversion (?:no|number)/i.test(words)
    ? 'a record of versions'
    : /\bsign(?:ed|ature)\b/i.test(words)
      ? 'a box for signatures'
      : 'none of the kinds of list known here';
  return `${where.charAt(0).toUpperCase()}${where.slice(1)} is ${what} (“${shown}”). It is in the tray, in one piece.`;
}

/** Facts become lines of the preamble, or of the section they stand under. */
function keepFacts(context: Context, here: Place, table: DocumentReadTable, facts: readonly Fact[]): void {
  const { sheet } = table.block;
  const section = context.drafts.sections[here.holder.section ?? -1];
  for (const { label, value, cells } of facts) {
    if (!section) here.plan.preamble.push(value === '' ? label : `${label}: ${value}`);
    else {
      if (isLeadLine(`${label}: ${value}`)) section.leads.push(...context.leads(value));
      if (labelKind(`${label}:`) === 'aims') section.bullets.push(...linesOf(value).map(withoutBullet));
      section.details.push(value === '' ? { label: 'Heading', text: label } : { label, text: value });
    }
    for (const cell of cells) {
      context.mark(sheet.index, cell.row, cell.column, section ? 'section' : 'placed');
      if (section) here.holder.places.add('details', cell.column, cell.row - section.source[1]);
    }
  }
}
