import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { wireErrorOf } from '../client/errors.ts';
import { useTRPC } from '../client/trpc.ts';
import { Button } from '../components/button.tsx';
import { Menu } from '../components/menu.tsx';
import { say } from './foot.tsx';

/** What is not daily: history, settings, another register. */
export function MoreMenu() {
  const navigate = useNavigate();
  const trpc = useTRPC();
  const close = useMutation(
    trpc.register.close.mutationOptions({
      onSuccess: () => void navigate({ to: '/home' }),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  return (
    <Menu
      label="More"
      trigger={
        <Button look="quiet" className="more">
          More
        </Button>
      }
      acts={[
        { id: 'duties', text: 'Duties', run: () => void navigate({ to: '/duties' }) },
        { id: 'circulation', text: 'Circulation', run: () => void navigate({ to: '/circulation' }) },
        { id: 'history', text: 'History', run: () => void navigate({ to: '/history' }) },
        { id: 'bin', text: 'Bin', run: () => void navigate({ to: '/history/bin' }) },
        { id: 'settings', text: 'Settings', run: () => void navigate({ to: '/settings' }) },
        { id: 'close', text: 'Open another register', run: () => close.mutate() },
      ]}
    />
  );
}
