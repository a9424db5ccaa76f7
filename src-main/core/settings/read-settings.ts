import type { ReadDb } from '#db/handles.ts';
import { settingRows } from '#db/queries/home-settings.ts';
import { Settings } from '#shared/contract/register.ts';

/** What holds where nothing is set: England's years, and no outcomes. */
export const defaultSettings: Settings = {
  partnership: '',
  financialYearStart: 4,
  academicYearStart: 9,
  outcomes: [],
};

/** The settings of the register; each that is not set, or cannot be read, is the default. */
export function readSettings(db: ReadDb): Settings {
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const { id, value } of settingRows(db)) {
    const field = Settings.shape[id as keyof Settings];
    if (field?.safeParse(value).success) settings[id] = value;
  }
  return Settings.parse(settings);
}
