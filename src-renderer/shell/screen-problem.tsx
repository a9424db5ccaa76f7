import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../components/button.tsx';
import { Problem } from '../components/notices.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Body } from '../components/side-panel.tsx';

/** A fault in a screen: the others go on, and nothing saved is touched. */
export function ScreenProblem({ error, reset }: ErrorComponentProps) {
  console.error(error);
  return (
    <>
      <PageHead title="This screen stopped" />
      <Body>
        <Problem
          title="The screen could not be drawn."
          acts={
            <>
              <Button reads onPress={reset}>
                Try again
              </Button>
              <Button reads look="quiet" onPress={() => window.location.reload()}>
                Load the program again
              </Button>
            </>
          }
        >
          This is a fault of the program. What was saved is safe, and the other screens still work.
        </Problem>
      </Body>
    </>
  );
}
