import { useMutation } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { useCanWrite } from '../../client/view.ts';
import { say } from '../../shell/foot.tsx';
import { themeChoice } from '../../shell/theme.ts';
import { type Wish, wish } from '../../shell/wishes.ts';
import { parts } from '../settings/parts.ts';

export type Command = { id: string; text: string; keys?: string; run: () => void };

/**
 * What the palette can do beside finding: go to any screen, add what there is to add, undo, make a backup, change the
 * look. What belongs to one plan is offered while that plan is open.
 */
export function useCommands(acts: { onUndo: () => void; onRedo: () => void }): readonly Command[] {
  const navigate = useNavigate();
  const canWrite = useCanWrite();
  const trpc = useTRPC();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const planId = /^\/plans\/([^/]+)/.exec(path)?.[1];
  const ask = (what: Wish, to: '/plans' | '/snapshots' | '/meetings' | '/updates' | '/circulation') => () => {
    wish(what);
    void navigate({ to });
  };
  const inPlan: Command[] = planId
    ? [
        { id: 'action', text: 'Add an action', keys: 'Ctrl +', run: () => wish('add-action') },
        { id: 'update', text: 'Give an update on the chosen action', run: () => wish('add-update') },
        { id: 'section', text: 'Add a section', run: () => wish('add-section') },
        { id: 'renumber', text: 'Renumber the plan', run: () => wish('renumber') },
        {
          id: 'next-year',
          text: 'Roll this plan forward to its next year',
          run: () => void navigate({ to: '/plans/$planId/next-year', params: { planId } }),
        },
        {
          id: 'key',
          text: 'Change the status key of this plan',
          run: () => void navigate({ to: '/settings', search: { part: 'keys', plan: planId } }),
        },
        {
          id: 'report',
          text: 'Report on this plan, or put it out as Word or Excel',
          run: () => void navigate({ to: '/reports', search: { plan: planId } }),
        },
        {
          id: 'plan-history',
          text: 'Show the history of this plan',
          run: () => void navigate({ to: '/history', search: { plan: planId } }),
        },
      ]
    : [];
  const meetingId = /^\/meetings\/([0-9a-f-]{36})$/.exec(path)?.[1];
  const see = (as: 'agenda' | 'holding' | 'minutes') => () =>
    void navigate({ to: '/meetings/$meetingId', params: { meetingId: meetingId ?? '' }, search: { as } });
  const inMeeting: Command[] = meetingId
    ? [
        { id: 'meeting-agenda', text: 'Show the agenda of this meeting', run: see('agenda') },
        { id: 'meeting-holding', text: 'Take the minutes of this meeting', run: see('holding') },
        { id: 'meeting-minutes', text: 'Read the minutes of this meeting', run: see('minutes') },
      ]
    : [];
  const backup = useMutation(
    trpc.backups.make.mutationOptions({
      onSuccess: () => say('Backup made, opened and checked.'),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const all: readonly Command[] = [
    ...inPlan,
    ...inMeeting,
    { id: 'home', text: 'Go to Home', run: () => void navigate({ to: '/home' }) },
    { id: 'plans', text: 'Go to Plans', run: () => void navigate({ to: '/plans' }) },
    { id: 'kpis', text: 'Go to KPIs', run: () => void navigate({ to: '/kpis' }) },
    { id: 'people', text: 'Go to People and teams', run: () => void navigate({ to: '/people' }) },
    { id: 'duties', text: 'Go to Duties', run: () => void navigate({ to: '/duties' }) },
    { id: 'meetings', text: 'Go to Meetings', run: () => void navigate({ to: '/meetings' }) },
    { id: 'meeting', text: 'Plan a meeting', run: ask('plan-meeting', '/meetings') },
    {
      id: 'resolutions',
      text: 'Show what was resolved',
      run: () => void navigate({ to: '/meetings/resolutions' }),
    },
    {
      id: 'arising',
      text: 'Show the matters arising',
      run: () => void navigate({ to: '/meetings/arising' }),
    },
    { id: 'owed', text: 'Show the reports owed', run: () => void navigate({ to: '/meetings/reports' }) },
    {
      id: 'attendance',
      text: 'Show the attendance of a year',
      run: () => void navigate({ to: '/meetings/attendance' }),
    },
    { id: 'bodies', text: 'Go to Boards and groups', run: () => void navigate({ to: '/bodies' }) },
    {
      id: 'meeting-year',
      text: 'Show the year of meetings, and its holidays',
      run: () => void navigate({ to: '/bodies/year' }),
    },
    {
      id: 'reporting',
      text: 'Draw the reporting lines',
      run: () => void navigate({ to: '/bodies/reporting' }),
    },
    {
      id: 'checks',
      text: 'Check before you circulate',
      run: () => void navigate({ to: '/checks' }),
    },
    { id: 'updates', text: 'Go to Updates', run: () => void navigate({ to: '/updates' }) },
    { id: 'round', text: 'Open an update round', run: ask('open-round', '/updates') },
    { id: 'reports', text: 'Make a report', run: () => void navigate({ to: '/reports' }) },
    {
      id: 'circulation',
      text: 'Circulation: lists, what went out, which version somebody has',
      run: () => void navigate({ to: '/circulation' }),
    },
    { id: 'list', text: 'Add a circulation list', run: ask('add-circulation-list', '/circulation') },
    { id: 'snapshots', text: 'Compare snapshots', run: () => void navigate({ to: '/snapshots' }) },
    { id: 'snapshot', text: 'Take a snapshot', run: ask('take-snapshot', '/snapshots') },
    { id: 'plan', text: 'Add a plan', run: ask('add-plan', '/plans') },
    {
      id: 'tray',
      text: 'Work through the tray',
      run: () => void navigate({ to: '/import', search: { tray: 'all' } }),
    },
    { id: 'import', text: 'Import a file', run: () => void navigate({ to: '/import' }) },
    { id: 'history', text: 'Show the history', run: () => void navigate({ to: '/history' }) },
    {
      id: 'bin',
      text: 'Open the bin: bring back what was deleted',
      run: () => void navigate({ to: '/history/bin' }),
    },
    { id: 'settings', text: 'Open Settings', run: () => void navigate({ to: '/settings' }) },
    ...parts.map((part) => ({
      id: `settings ${part.id}`,
      text: `Settings: ${part.name}`,
      run: () => void navigate({ to: '/settings', search: { part: part.id } }),
    })),
    { id: 'undo', text: 'Undo the last change', keys: 'Ctrl Z', run: acts.onUndo },
    { id: 'redo', text: 'Redo what was undone', keys: 'Ctrl Y', run: acts.onRedo },
    { id: 'backup', text: 'Make a backup now', run: () => backup.mutate() },
    { id: 'light', text: 'Light theme', run: () => themeChoice.set('light') },
    { id: 'dark', text: 'Dark theme', run: () => themeChoice.set('dark') },
    { id: 'system', text: 'Theme as Windows has it', run: () => themeChoice.set('system') },
  ];
  return canWrite ? all : all.filter(({ id }) => inSnapshot.has(id));
}

/** What a snapshot has of it: to go where it has screens, to make reports of it, to change the look. */
const inSnapshot = new Set(
  `report meeting-agenda meeting-minutes home plans kpis people duties meetings resolutions arising owed attendance bodies
   meeting-year reporting checks reports light dark system`.split(/\s+/),
);
