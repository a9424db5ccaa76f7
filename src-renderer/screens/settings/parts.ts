/** The parts of Settings, in the order of the left column. */
export const parts = [
  { id: 'partnership', name: 'Partnership and years' },
  { id: 'outcomes', name: 'Outcomes' },
  { id: 'keys', name: 'Status keys' },
  { id: 'checks', name: 'Checks of statuses' },
  { id: 'small-numbers', name: 'Small numbers' },
  { id: 'reports', name: 'How reports look' },
  { id: 'words', name: 'Glossary' },
  { id: 'streams', name: 'Funding streams' },
  { id: 'backups', name: 'Backups' },
  { id: 'looks', name: 'How it looks' },
] as const;
export type Part = (typeof parts)[number]['id'];

/** The part an address names; the first where it names none. */
export const partOf = (text: string | undefined): Part =>
  parts.find((part) => part.id === text)?.id ?? 'partnership';
