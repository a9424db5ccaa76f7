import type { KeyEntry } from '#shared/contract/register.ts';
import { Status } from '../../components/status.tsx';

/** The key as reports print it, on paper and on the dark theme. */
export function KeyPreview({ entries }: { entries: readonly KeyEntry[] }) {
  return (
    <div className="key-preview">
      {(['light', 'dark'] as const).map((theme) => (
        <figure key={theme} data-theme={theme}>
          <figcaption className="sm q2">
            {theme === 'light' ? 'On paper and in reports' : 'Dark theme'}
          </figcaption>
          <ul>
            {entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place while it is typed
              <li key={at}>
                <Status status={{ state: entry.state, label: entry.label || '…' }} planKey={entries} />
                {entry.definition ? <span className="sm q2"> {entry.definition}</span> : null}
              </li>
            ))}
          </ul>
        </figure>
      ))}
    </div>
  );
}
