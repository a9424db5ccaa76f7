import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/marks.css';
import './styles/notices.css';
import './styles/forced-colours.css';
import './styles/shell.css';
import './styles/groups.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { openSession } from './client/session.ts';
import { connect } from './client/transport.ts';
import { applyLooks } from './shell/theme.ts';
import { TurnedAway } from './shell/turned-away.tsx';
import { Window } from './window.tsx';

applyLooks();
const page = createRoot(document.getElementById('root') ?? document.body);

async function begin(): Promise<void> {
  if ((await openSession()) === 'refused' && !(await letInBefore())) {
    page.render(<TurnedAway />);
    return;
  }
  page.render(
    <StrictMode>
      <I18nProvider locale="en-GB">
        <Window />
      </I18nProvider>
    </StrictMode>,
  );
}

/** A used link still serves where this browser was let in by it earlier. */
async function letInBefore(): Promise<boolean> {
  try {
    const client = connect();
    await client.register.state.query();
    return true;
  } catch {
    return false;
  }
}

begin().catch((error: unknown) => {
  console.error(error);
  page.render(<TurnedAway unreachable />);
});
