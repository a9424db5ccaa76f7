import type { DutyAnswer, FundingStream } from '../contract/linked.ts';
import {
  actionName,
  dutyName,
  kpiName,
  lines,
  plain,
  type Rules,
  referring,
  type Side,
  sectionName,
} from './difference-fields.ts';

/** What is compared of funding streams and of what answers the duties. */

export const streamRules: Rules<FundingStream> = {
  head: ({ name }) => ({ record: 'other', planId: null, ref: null, title: name }),
  fields: {
    name: plain('changed', 'name'),
    'also written': {
      kind: 'changed',
      keys: ['also'],
      text: (stream) => lines(stream.also),
    },
    note: plain('changed', 'note'),
  },
};

const answerName = ({ actionId, sectionId, kpiId }: DutyAnswer, side: Side) =>
  (actionId && actionName(actionId, side)) ||
  (sectionId && sectionName(sectionId, side)) ||
  (kpiId && kpiName(kpiId, side)) ||
  'what is not there';

export const answerRules: Rules<DutyAnswer> = {
  head: (answer, side) => ({
    record: 'other',
    planId: side.actions.get(answer.actionId ?? '')?.planId ?? null,
    ref: null,
    title: `${dutyName(answer.dutyId, side) ?? 'A duty'}: answered by ${answerName(answer, side)}`,
  }),
  // An answer that goes or comes with its duty is no news of its own.
  partOf: ({ dutyId }) => [['duties', dutyId]],
  fields: {
    duty: referring('changed', 'dutyId', dutyName),
    action: referring('changed', 'actionId', actionName),
    section: referring('changed', 'sectionId', sectionName),
    kpi: referring('changed', 'kpiId', kpiName),
  },
};
