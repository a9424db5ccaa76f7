import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { say } from '../../shell/foot.tsx';
import { themeChoice } from '../../shell/theme.ts';

export type Command = { id: string; text: string; keys?: string; run: () => void };

/** What the palette can do beside finding: go to a screen, undo, make a backup, change the look. */
export function useCommands(acts: { onUndo: () => void; onRedo: () => void }): readonly Command[] {
  const navigate = useNavigate();
  const trpc = useTRPC();
  const backup = useMutation(
    trpc.backups.make.mutationOptions({
      onSuccess: () => say('Backup made, opened and checked.'),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  return [
    { id: 'home', text: 'Go to Home', run: () => void navigate({ to: '/home' }) },
    { id: 'plans', text: 'Go to Plans', run: () => void navigate({ to: '/plans' }) },
    { id: 'kpis', text: 'Go to KPIs', run: () => void navigate({ to: '/kpis' }) },
    { id: 'meetings', text: 'Go to Meetings', run: () => void navigate({ to: '/meetings' }) },
    {
      id: 'checks',
      text: 'Check before you circulate',
      run: () => void navigate({ to: '/checks' }),
    },
    { id: 'reports', text: 'Make a report', run: () => void navigate({ to: '/reports' }) },
    { id: 'snapshots', text: 'Take or compare snapshots', run: () => void navigate({ to: '/snapshots' }) },
    { id: 'import', text: 'Import a file', run: () => void navigate({ to: '/import' }) },
    { id: 'history', text: 'Show the history', run: () => void navigate({ to: '/history' }) },
    { id: 'settings', text: 'Open Settings', run: () => void navigate({ to: '/settings' }) },
    {
      id: 'people',
      text: 'Show people and teams',
      run: () => void navigate({ to: '/settings', search: { part: 'people' } }),
    },
    {
      id: 'words',
      text: 'Show the glossary and the duties',
      run: () => void navigate({ to: '/settings', search: { part: 'words' } }),
    },
    { id: 'undo', text: 'Undo the last change', keys: 'Ctrl Z', run: acts.onUndo },
    { id: 'redo', text: 'Redo what was undone', keys: 'Ctrl Y', run: acts.onRedo },
    { id: 'backup', text: 'Make a backup now', run: () => backup.mutate() },
    { id: 'light', text: 'Light theme', run: () => themeChoice.set('light') },
    { id: 'dark', text: 'Dark theme', run: () => themeChoice.set('dark') },
    { id: 'system', text: 'Theme as Windows has it', run: () => themeChoice.set('system') },
  ];
}
