/**
 * What kind of place a folder is, from what can be seen of it. A register that is open must lie on a disk of this
 * machine: a program that copies the folder underneath, or a network in between, can damage it
 * (https://www.sqlite.org/useovernet.html, https://www.sqlite.org/howtocorrupt.html).
 */
export type PlaceKind = {
  readonly kind: 'local' | 'synchronised' | 'network' | 'removable';
  /** What it belongs to, in the officer's words: "OneDrive", "a network drive"; '' for a local disk. */
  readonly name: string;
};

/** What the machine says of a folder; whoever asks gathers it. */
export type PlaceFacts = {
  readonly platform: string;
  /** The folder with links, mapped drives and substituted drives followed. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The names in the folder and in each folder above it: services leave their marks there. */
  readonly marks: readonly string[];
  /** The file system it is on, as the system names it ("ext4", "cifs"); '' where that is not known. */
  readonly fileSystem: string;
  /** Whether the system calls the disk removable; null where that is not known. */
  readonly removable: boolean | null;
};

const local: PlaceKind = { kind: 'local', name: '' };

/** Services by the folder each makes. A whole part of a path must fit, so that "Dropbox ideas" is no Dropbox. */
const services: readonly (readonly [string, RegExp])[] = [
  ['OneDrive', /^onedrive( - .+)?$/i],
  ['SharePoint', /^sharepoint( - .+)?$/i],
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['Google Drive', /^(google ?drive|googledrive-.+|my drive|shared drives)$/i],
  ['iCloud Drive', /^(icloud ?drive|com~apple~clouddocs|mobile documents)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*$/i],
  ['Box', /^(box|box sync|box-box)$/i],
  ['MEGA', /^(mega|megasync)$/i],
  ['pCloud', /^pcloud ?drive$/i],
  ['Syncthing', /^syncthing$/i],
  ['a cloud service', /^cloudstorage$/i],
];

/** Services by what they leave in a folder they look after, whatever it is called. */
const leftMarks: readonly (readonly [string, RegExp])[] = [
  ['Dropbox', /^\.dropbox(\.cache)?$/],
  ['Google Drive', /^\.(tmp\.drivedownload|tmp\.driveupload|shortcut-targets-by-id)$/],
  ['Syncthing', /^\.stfolder$/],
  ['Nextcloud', /^(\.sync_[0-9a-f]+\.db|\._sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$/],
  ['ownCloud', /^\.owncloudsync\.log$/],
  ['OneDrive', /^\.849c9593-d756-4e56-8d6e-42412f2a707b$/i],
  ['Resilio Sync', /^\.sync$/],
];

const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs2?|9p|fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|curlftpfs|google-drive-ocamlfuse|onedriver)|afs|ceph|glusterfs|lustre|ncpfs|gfs2?|ocfs2)$/i;

export function placeKindOf(facts: PlaceFacts): PlaceKind {
  return synchronisedBy(facts) ?? networkIn(facts) ?? removableIn(facts) ?? local;
}

function synchronisedBy({ folder, env, marks, platform }: PlaceFacts): PlaceKind | null {
  const said = (name: string): PlaceKind => ({ kind: 'synchronised', name });
  // Windows says where OneDrive is, whatever the council called the folder; Documents may be inside it.
  for (const variable of ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']) {
    const root = env[variable];
    if (root && isWithin(folder, root, platform)) return said('OneDrive');
  }
  for (const part of partsOf(folder)) {
    const service = services.find(([, pattern]) => pattern.test(part));
    if (service) return said(service[0]);
  }
  for (const mark of marks) {
    const service = leftMarks.find(([, pattern]) => pattern.test(mark));
    if (service) return said(service[0]);
  }
  return null;
}

function networkIn({ folder, fileSystem, platform }: PlaceFacts): PlaceKind | null {
  // \\server\share, but not \\?\C:\ or \\.\, which name a disk of this machine.
  const share = /^[\\/]{2}(?:\?\\UNC\\)?([^\\/?.][^\\/]*)[\\/]/i.exec(folder);
  if (platform === 'win32' && share?.[1]) return { kind: 'network', name: `the server ${share[1]}` };
  return networkFileSystems.test(fileSystem) ? { kind: 'network', name: 'a network drive' } : null;
}

function removableIn({ folder, removable, platform }: PlaceFacts): PlaceKind | null {
  const said: PlaceKind = { kind: 'removable', name: 'a stick or disk that can be taken out' };
  if (removable !== null) return removable ? said : null;
  if (platform === 'linux' && /^\/(media|run\/media)\//.test(folder)) return said;
  return platform === 'darwin' && /^\/Volumes\//.test(folder) ? said : null;
}

const partsOf = (folder: string): string[] => folder.split(/[\\/]+/).filter((part) => part !== '');

/** Whether a folder is another or lies within it. Windows and macOS do not tell capitals apart. */
export function isWithin(folder: string, root: string, platform: string): boolean {
  const spelt = (path: string) => {
    const parts = partsOf(path).join('/');
    return platform === 'linux' ? parts : parts.toLowerCase();
  };
  const [inner, outer] = [spelt(folder), spelt(root)];
  return outer !== '' && (inner === outer || inner.startsWith(`${outer}/`));
}

/** What is told of a register that lies there; null for a local disk. */
export function warningOf({ kind, name }: PlaceKind): string | null {
  switch (kind) {
    case 'local':
      return null;
    case 'synchronised':
      return `The register lies in a folder that ${name} copies while it is open. Copies made in the middle of a save can damage it.`;
    case 'network':
      return `The register lies on ${name}. A break in the network in the middle of a save can damage it, and two people could write at once.`;
    case 'removable':
      return `The register lies on ${name}. If it is pulled out in the middle of a save, that save is lost, and the register may be damaged.`;
  }
}
