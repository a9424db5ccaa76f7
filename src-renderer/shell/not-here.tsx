import { ButtonLink } from '../components/button.tsx';
import { Empty } from '../components/notices.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Body } from '../components/side-panel.tsx';

export function NotHere() {
  return (
    <>
      <PageHead title="Nothing at this address" />
      <Body>
        <Empty title="The address names no screen." act={<ButtonLink to="/home">Go to Home</ButtonLink>}>
          It may have been typed by hand, or come from another version of the program.
        </Empty>
      </Body>
    </>
  );
}
