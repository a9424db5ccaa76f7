import { Button } from '../../components/button.tsx';
import { useCalendarFile } from './use-calendar-file.ts';

/** A meeting as a calendar file; a cancelled one as the file that takes it out of calendars. */
export function CalendarButton(props: { meetingId: string; isCancelled?: boolean }) {
  const makeFile = useCalendarFile();
  return (
    <Button reads onPress={() => makeFile({ meetingId: props.meetingId })}>
      {props.isCancelled ? 'Make a cancellation for calendars' : 'Make a calendar file'}
    </Button>
  );
}
