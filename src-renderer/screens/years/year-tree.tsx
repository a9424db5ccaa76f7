import type { ActionYears } from '#shared/contract/years.ts';

const columnWidth = 96;
const rowHeight = 24;

/** A column a year, a dot an action, a line where one came of the other. The words beside it say the same. */
export function YearTree({ years, current }: { years: ActionYears; current: string }) {
  const columns = [...new Set(years.nodes.map(({ period, planTitle }) => period ?? planTitle))];
  const filled = new Map<number, number>();
  const places = new Map(
    years.nodes.map((node): [string, { x: number; y: number }] => {
      const column = columns.indexOf(node.period ?? node.planTitle);
      const row = filled.get(column) ?? 0;
      filled.set(column, row + 1);
      return [node.id, { x: 8 + column * columnWidth, y: 36 + row * rowHeight }];
    }),
  );
  const width = columns.length * columnWidth;
  const height = 36 + Math.max(1, ...filled.values()) * rowHeight;
  return (
    <svg
      className="yr-tree"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`How it went through the years. ${years.sentences.join(' ')}`}
      style={{ maxWidth: width * 1.2 }}
    >
      {columns.map((name, at) => (
        <text key={name} x={at * columnWidth + 2} y={14}>
          {name.length > 14 ? `${name.slice(0, 13)}…` : name}
        </text>
      ))}
      {years.steps.map(({ fromId, toId }) => {
        const [from, to] = [places.get(fromId), places.get(toId ?? '')];
        if (!from || !to) return null;
        const middle = (from.x + 44 + to.x) / 2;
        return (
          <path
            key={`${fromId} ${toId}`}
            d={`M${from.x + 44} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${to.x - 4} ${to.y}`}
          />
        );
      })}
      {years.nodes.map((node) => {
        const place = places.get(node.id);
        if (!place) return null;
        const words = node.ref ?? node.text;
        return (
          <g key={node.id}>
            <circle cx={place.x} cy={place.y} r={node.id === current ? 4 : 2.5} />
            <text x={place.x + 8} y={place.y + 4} className={node.id === current ? 'now' : undefined}>
              {words.length > 7 ? `${words.slice(0, 6)}…` : words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
