import { Link } from '@tanstack/react-router';

/** To the picture of the file that a value came from, with its cell marked. */
export function ShowCell({
  of,
  words = 'Show the cell',
}: {
  of: { importId: string; file: string; where: string };
  words?: string;
}) {
  return (
    <Link
      to="/import"
      search={{ source: of.importId, file: of.file, where: of.where }}
      className="hit"
      {...(words === of.where ? { 'aria-label': `Show ${of.where} of ${of.file}` } : {})}
    >
      {words}
    </Link>
  );
}
