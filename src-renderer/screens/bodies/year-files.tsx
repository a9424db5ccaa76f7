import type { BodyYear } from '#shared/contract/cycles.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useCalendarFile } from './use-calendar-file.ts';

/** Calendar files of a year: all of it and, where it runs in several series, each of them. */
export function YearFiles({ year, from, to }: { year: BodyYear; from: string; to: string }) {
  const makeFile = useCalendarFile();
  const dated = year.meetings.filter(({ on }) => on !== null);
  if (dated.length === 0) return null;
  const all = () => makeFile({ bodyId: year.id, from, to });
  const series = new Map(
    dated.flatMap(({ seriesId, title }) => (seriesId === null ? [] : [[seriesId, title] as const])),
  );
  if (new Set(series.values()).size < 2) {
    return (
      <Button reads small onPress={all}>
        Make a calendar file
      </Button>
    );
  }
  return (
    <Menu
      label="Calendar files"
      trigger={<Button small>Make a calendar file</Button>}
      acts={[
        { id: 'all', text: 'Of all its meetings of the year', run: all },
        ...[...series].map(([seriesId, title]) => ({
          id: seriesId,
          text: `Of ${title}`,
          run: () => makeFile({ seriesId }),
        })),
      ]}
    />
  );
}
