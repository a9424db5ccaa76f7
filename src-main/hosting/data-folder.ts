import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where registers and their backups lie on this machine. */
export type DataFolder = { readonly dataDir: string; readonly backupsDir: string };

export function dataFolderAt(folder: string): DataFolder {
  return { dataDir: folder, backupsDir: join(folder, 'Backups') };
}

/**
 * The officer's own folder for this program. Local and not roaming or synchronised: SQLite in a folder that
 * OneDrive or a server copies underneath it comes to harm (sqlite.org/useovernet.html), and councils
 * redirect Documents to both.
 */
export function defaultDataFolder(
  machine: { platform: string; env: Record<string, string | undefined>; home: string } = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
  },
): DataFolder {
  const { platform, env, home } = machine;
  if (platform === 'win32') {
    return dataFolderAt(join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Plan Register'));
  }
  if (platform === 'darwin') {
    return dataFolderAt(join(home, 'Library', 'Application Support', 'Plan Register'));
  }
  return dataFolderAt(join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'plan-register'));
}
