import type { ReactElement } from 'react';

const paths = {
  search: <path d="M11.500 7A4.500 4.500 0 1 1 2.500 7a4.500 4.500 0 0 1 9 0ZM10.500 10.500 14 14" />,
  undo: <path d="M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M6 3 2.700 6.500 6 10" />,
  redo: <path d="M13 6.500H6.500a3.500 3.500 0 0 0 0 7H10M10 3l3.300 3.500L10 10" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  down: <path d="m4 6 4 4 4-4" />,
  up: <path d="m4 10 4-4 4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  left: <path d="m10 4-4 4 4 4" />,
  arrow: <path d="M2.500 8h10.500M9.500 4.500 13 8l-3.500 3.500" />,
  tick: <path d="m3 8.500 3.200 3.200L13 4.800" />,
  filter: <path d="M2.500 4.500h11M4.500 8h7M6.500 11.500h3" />,
  document: <path d="M4 2h5l3 3v9H4ZM9 2v3h3" />,
  link: (
    <path d="M6.700 9.300a2.500 2.500 0 0 0 3.500 0l2-2a2.500 2.500 0 1 0-3.500-3.500l-.7.7M9.300 6.700a2.500 2.500 0 0 0-3.500 0l-2 2a2.500 2.500 0 1 0 3.500 3.500l.7-.7" />
  ),
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof paths;

/** A line icon; always beside a word, or inside a button that has one for screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="ic"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[name]}
    </svg>
  );
}

/** The product's mark: a register with its spine. */
export function Mark() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path d="M2.500 2.500h13v13h-13Z" />
      <path d="M6.500 2.500v13M9 6.500h4M9 9.500h4M9 12.500h2.500" />
    </svg>
  );
}
