import { Button } from '../../components/button.tsx';
import { formatNumber } from '../../format/words.ts';

/** Rows of a picture shown at a time: enough to scroll through, few enough to draw at once. */
export const pageRows = 100;

/** Leafs through a long sheet or document. */
export function Pages({
  page,
  rows,
  onPage,
}: {
  page: number;
  rows: number;
  onPage: (page: number) => void;
}) {
  return (
    <div className="pages">
      <Button small isDisabled={page === 0} onPress={() => onPage(page - 1)}>
        Rows before
      </Button>
      <span className="q2">
        Rows {formatNumber(page * pageRows + 1)} to {formatNumber(Math.min(rows, (page + 1) * pageRows))} of{' '}
        {formatNumber(rows)}
      </span>
      <Button small isDisabled={(page + 1) * pageRows >= rows} onPress={() => onPage(page + 1)}>
        Rows after
      </Button>
    </div>
  );
}
