import { Mark } from '../components/icon.tsx';

/** Before anything else works: the link was used before, or the program is no longer running. */
export function TurnedAway({ unreachable = false }: { unreachable?: boolean }) {
  return (
    <div className="app">
      <header className="top">
        <span className="mark">
          <Mark />
        </span>
      </header>
      <main className="screen">
        <div className="head">
          <h1>Plan Register</h1>
        </div>
        <div className="work">
          <div className="problem" role="alert">
            <p>
              <b>
                {unreachable
                  ? 'Plan Register is not running.'
                  : 'This link has been used already, or is more than a minute old.'}
              </b>
            </p>
            <p className="q2">
              {unreachable
                ? 'What was saved is safe. Start the program again; it opens a new window.'
                : 'It works once, so that nobody else on this machine can use it. Close this tab and start the program again; it opens a new one.'}
            </p>
          </div>
        </div>
      </main>
    </div>
  );
}
