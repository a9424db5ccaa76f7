/** A small multiple: ink line for actuals, dashed for targets, each on a scale of its own. Decoration: the figures
 *  and the direction stand beside it in words. */
export function Sparkline(props: {
  actual: readonly (number | null)[];
  target?: readonly (number | null)[];
  width?: number;
  height?: number;
}) {
  const { actual, target = [], width = 144, height = 40 } = props;
  const all = [...actual, ...target].filter((value): value is number => value !== null);
  if (all.length === 0) return null;
  const low = Math.min(...all);
  const spread = Math.max(...all) - low || 1;
  const steps = Math.max(actual.length, target.length, 2) - 1;
  const x = (index: number) => 4 + (index * (width - 8)) / steps;
  const y = (value: number) => 4 + (1 - (value - low) / spread) * (height - 8);
  const last = actual.findLastIndex((value) => value !== null);
  const end = last < 0 ? null : actual[last];
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={lineThrough(target, x, y)} fill="none" stroke="var(--ink3)" strokeDasharray="3 2" />
      <path
        d={lineThrough(actual, x, y)}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      {end === null || end === undefined ? null : <circle cx={x(last)} cy={y(end)} r="3" fill="var(--ink)" />}
    </svg>
  );
}

/** A gap in the figures is a gap in the line. */
function lineThrough(
  values: readonly (number | null)[],
  x: (i: number) => number,
  y: (v: number) => number,
): string {
  let path = '';
  let pen = 'M';
  values.forEach((value, index) => {
    if (value === null) pen = 'M';
    else {
      path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
    }
  });
  return path;
}
