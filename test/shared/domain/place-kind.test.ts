import { describe, expect, it } from 'vitest';
import { isWithin, type PlaceFacts, placeKindOf, warningOf } from '#shared/domain/place-kind.ts';

const facts = (more: Partial<PlaceFacts>): PlaceFacts => ({
  platform: 'win32',
  folder: 'C:\\Users\\ruth\\AppData\\Local\\Plan Register',
  env: {},
  marks: [],
  fileSystem: '',
  removable: null,
  ...more,
});
const kindOf = (more: Partial<PlaceFacts>) => {
  const { kind, name } = placeKindOf(facts(more));
  return name === '' ? kind : `${kind}: ${name}`;
};

describe('the kind of a place', () => {
  it.each([
    ['C:\\Users\\ruth\\OneDrive\\Office', 'synchronised: OneDrive'],
    ['C:\\Users\\ruth\\OneDrive - Saltby Council\\Office', 'synchronised: OneDrive'],
    ['C:\\Users\\ruth\\Dropbox (Saltby)', 'synchronised: Dropbox'],
    ['G:\\My Drive\\Office', 'synchronised: Google Drive'],
    ['C:\\Users\\ruth\\iCloudDrive', 'synchronised: iCloud Drive'],
    ['C:\\Users\\ruth\\Nextcloud\\Office', 'synchronised: Nextcloud'],
    ['/Users/ruth/Library/CloudStorage/GoogleDrive-ruth@example.org', 'synchronised: a cloud service'],
    ['/Users/ruth/Library/Mobile Documents/com~apple~CloudDocs', 'synchronised: iCloud Drive'],
    ['C:\\Users\\ruth\\Dropbox ideas', 'local'],
    ['C:\\Users\\ruth\\Toolbox', 'local'],
    ['C:\\Boxes\\Office', 'local'],
  ])('is told by the folders of services: %s is %s', (folder, kind) => {
    expect(kindOf({ folder })).toBe(kind);
  });

  it('is told by what Windows says of OneDrive, whatever the folder is called', () => {
    const env = { OneDriveCommercial: 'C:\\Users\\ruth\\Saltby Council' };
    expect(kindOf({ folder: 'c:\\users\\ruth\\saltby council\\Office', env })).toBe('synchronised: OneDrive');
    expect(kindOf({ folder: 'C:\\Users\\ruth\\Saltby Council 2\\Office', env })).toBe('local');
  });

  it.each([
    [['.dropbox'], 'synchronised: Dropbox'],
    [['.stfolder', '.profile'], 'synchronised: Syncthing'],
    [['.sync_0a1b2c3d4e5f.db'], 'synchronised: Nextcloud'],
    [['.git', '.config', '.synced'], 'local'],
  ])('is told by what services leave in a folder: %j is %s', (marks, kind) => {
    expect(kindOf({ platform: 'linux', folder: '/srv/office', marks, removable: false })).toBe(kind);
  });

  it.each([
    ['win32', '\\\\saltby-fs01\\plans\\Office', '', 'network: the server saltby-fs01'],
    ['win32', '\\\\?\\UNC\\saltby-fs01\\plans', '', 'network: the server saltby-fs01'],
    ['win32', '\\\\?\\C:\\Office', '', 'local'],
    ['linux', '/mnt/office', 'cifs', 'network: a network drive'],
    ['linux', '/home/ruth', 'nfs4', 'network: a network drive'],
    ['linux', '/mnt/c', '9p', 'network: a network drive'],
    ['linux', '/mnt/s', 'fuse.sshfs', 'network: a network drive'],
    ['linux', '/home/ruth', 'ext4', 'local'],
    ['linux', '/home/ruth', 'fuseblk', 'local'],
  ])('is told by the network: %s %s %s is %s', (platform, folder, fileSystem, kind) => {
    expect(kindOf({ platform, folder, fileSystem })).toBe(kind);
  });

  it('is told by what the system says of the disk, else by where it is', () => {
    const stick = 'removable: a stick or disk that can be taken out';
    expect(kindOf({ folder: 'E:\\Office', removable: true })).toBe(stick);
    expect(kindOf({ folder: 'D:\\Office', removable: false })).toBe('local');
    expect(kindOf({ platform: 'linux', folder: '/media/ruth/STICK' })).toBe(stick);
    expect(kindOf({ platform: 'darwin', folder: '/Volumes/STICK/Office' })).toBe(stick);
  });

  it('is warned of in a sentence with what can happen, and not at all where it is local', () => {
    expect(warningOf({ kind: 'local', name: '' })).toBeNull();
    expect(warningOf({ kind: 'synchronised', name: 'OneDrive' })).toMatch(/OneDrive copies while it is open/);
    expect(warningOf({ kind: 'network', name: 'a network drive' })).toMatch(/two people could write at once/);
    expect(warningOf({ kind: 'removable', name: 'a stick' })).toMatch(/pulled out/);
  });

  it('tells a folder within another from one that begins alike', () => {
    expect(isWithin('/srv/a/b', '/srv/a', 'linux')).toBe(true);
    expect(isWithin('/srv/ab', '/srv/a', 'linux')).toBe(false);
    expect(isWithin('C:\\A\\B', 'c:/a', 'win32')).toBe(true);
    expect(isWithin('/srv/A', '/srv/a', 'linux')).toBe(false);
  });
});
