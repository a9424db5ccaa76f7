import type { GridCell } from '#shared/contract/grid.ts';
import { foldSpace, linesOf } from '../words.ts';
import type { Paragraph, TableBlock } from './blocks.ts';
import { rows } from './table-parts.ts';

/** What a document says of itself beside a label: "Inspection date: 5 May 2013". */
export type Fact = {
  readonly label: string;
  readonly value: string;
  readonly cells: readonly GridCell[];
};

/** Labels of what a plan is of, who stands behind it and when: not of its actions. */
const ofThePlan =
  /\b(?:cluster|cent(?:re|er)s?|school|academy|setting|nursery|college|locality|service|team|directorate|department|division|trust|practice|ward|organisation|organization|provider|partnership|authority|council|inspect\w*|judge?ments?|ofsted|cqc|overall effectiveness|head ?teacher|principal|chair|manager|author|prepared|produced|approved|agreed|completed by|version|document|period|plan (?:dates?|year|title|name|owner|lead|start|end)|name of|title|date of|date (?:agreed|approved|published|written|completed)|last (?:updated|reviewed)|next review|urn|reference|telephone|phone|e-?mail|address|postcode|reach|sponsor|project|programme|budget|outcome|grade|category|status|period covered|year|date)\b/i;
/** Labels that only a form of an action has. */
const ofAnAction =
  /^(?:(?:key |agreed |proposed )?actions?(?: \d+| required| to be taken)?|tasks?|commitment|what (?:we will do|will be done)|time ?scales?|by when|when|milestones?|success (?:criteria|measures?)|progress.{0,20}|measures?)$/i;
const subjectOf =
  /\b(?:cluster|cent(?:re|er)s?|school|academy|setting|nursery|college|locality|service|team|directorate|department|division|trust|practice|ward|organisation|provider)\b/i;
const person =
  /\b(?:by|lead|owner|head ?teacher|principal|chair|manager|author|officer|contact|e-?mail|telephone|address)\b/i;
const inspected = /\binspect\w*|\bvisit/i;
const judged = /judge?ment|\boutcome\b|\bgrade\b|overall effectiveness|\brating\b/i;
const months = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const longestLabel = 70;
const longestValue = 400;

/** The pairs of a small table of facts: a label beside its value, or a row of labels over one row of values. */
export function factsOf(block: TableBlock): Fact[] | null {
  const filled = rows(block.top, block.bottom)
    .map((row) => block.sheet.filled(row))
    .filter((cells) => cells.length > 0);
  return overOne(filled) ?? beside(block, filled);
}

function overOne(filled: readonly (readonly GridCell[])[]): Fact[] | null {
  const [labels, values] = filled;
  if (!labels || !values || filled.length > 2 || labels.length < 2 || values.length > labels.length)
    return null;
  const known = labels.filter((cell) => cell.text.length <= 140 && ofThePlan.test(cell.text)).length;
  if (known < labels.length * 0.6) return null;
  const facts: Fact[] = [];
  for (const cell of labels) {
    const value = values.find((one) => one.column === cell.column);
    if (value && value.text.length > longestValue) return null;
    facts.push(factOf(cell, value));
  }
  return facts;
}

/** "Cluster name: North" in one cell over the names of its centres is label and value already. */
function factOf(cell: GridCell, value: GridCell | undefined): Fact {
  const said = /^([^:]{3,60}):\s*(\S.*)$/s.exec(foldSpace(cell.text));
  const below = value ? linesOf(value.text).join(', ') : '';
  const cells = value ? [cell, value] : [cell];
  if (said?.[1] && said[2])
    return { label: said[1], value: below === '' ? said[2] : `${said[2]}; ${below}`, cells };
  return { label: labelOf(cell.text), value: below, cells };
}

function beside(block: TableBlock, filled: readonly (readonly GridCell[])[]): Fact[] | null {
  if (block.right > 5 || filled.length > 14) return null;
  const facts: Fact[] = [];
  let known = 0;
  for (const cells of filled) {
    if (cells.length === 1 && cells[0]) {
      const said = /^([^:]{3,60}):\s*(.*)$/s.exec(foldSpace(cells[0].text));
      if (said?.[1] && ofThePlan.test(said[1])) known++;
      facts.push({ label: said?.[1] ?? foldSpace(cells[0].text), value: said?.[2] ?? '', cells });
      continue;
    }
    if (cells.length % 2 === 1) return null;
    for (let at = 0; at < cells.length; at += 2) {
      const [label, value] = [cells[at], cells[at + 1]];
      if (!label || !value) return null;
      if (label.text.trim().length > longestLabel || value.text.length > longestValue) return null;
      if (ofThePlan.test(label.text) || /:\s*$/.test(label.text)) known++;
      facts.push({
        label: labelOf(label.text),
        value: linesOf(value.text).join(', '),
        cells: [label, value],
      });
    }
  }
  if (facts.some(({ label }) => ofAnAction.test(label))) return null;
  return facts.length > 0 && known >= facts.length * 0.6 ? facts : null;
}

/** "Inspection date: 5 May 2013" as a line of its own. */
export function factOfLine(paragraph: Paragraph): Fact | null {
  if (paragraph.item !== null || paragraph.text.length > 240) return null;
  const said = /^([^:.]{3,60}?)\s*(?::|\t)\s*(\S.*)$/s.exec(paragraph.cell.text.trim());
  if (!said?.[1] || !said[2] || !ofThePlan.test(said[1]) || /[.?!]$/.test(said[2].trim())) return null;
  return { label: labelOf(said[1]), value: foldSpace(said[2]), cells: [paragraph.cell] };
}

function labelOf(text: string): string {
  return foldSpace(text).replace(/\s*:$/, '');
}

/** What a plan is of, from its facts: "North cluster; inspected 5 November 2013; Requires improvement". */
export function subjectFrom(facts: readonly Fact[]): string | null {
  const parts: string[] = [];
  for (const { label, value } of facts) {
    if (value === '' || person.test(label)) continue;
    if (inspected.test(label) && (months.test(value) || /\d{2,4}/.test(value)) && value.length < 60)
      parts.push(`inspected ${value}`);
    else if (judged.test(label) && value.length < 120 && facts.some((one) => inspected.test(one.label)))
      parts.push(value);
    else if (subjectOf.test(label) && !inspected.test(label) && value.length < 200) parts.push(value);
  }
  return parts.length === 0 ? null : parts.join('; ');
}

/** The words of a fact that says when the plan is of. */
export function periodFrom(facts: readonly Fact[]): string | null {
  const fact = facts.find(
    ({ label }) =>
      /\bperiod\b|plan (?:dates?|year)|^years?$|timeframe|duration/i.test(label) && !inspected.test(label),
  );
  return fact?.value ?? null;
}

/** The name that a fact gives the plan. */
export function titleFrom(facts: readonly Fact[]): Fact | null {
  return (
    facts.find(
      ({ label, value }) =>
        /^(?:plan|document|project|programme|strategy)?\s*(?:title|name)(?: of (?:the )?plan)?$|^(?:name|title) of (?:the )?(?:plan|document)$/i.test(
          label,
        ) && value.length > 3,
    ) ?? null
  );
}
