import './start.css';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Group } from '../../components/group.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { MovedRegister } from './moved-register.tsx';
import { NewRegister } from './new-register.tsx';
import { RecentRegisters } from './recent-registers.tsx';

/** With no register open: look round in an example, begin, bring a file in, or go on with one that is there. */
export function StartScreen() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const example = useMutation(
    trpc.register.createExample.mutationOptions({ onSuccess: () => void navigate({ to: '/home' }) }),
  );
  return (
    <>
      <PageHead
        title="Plan Register"
        facts="The plans, KPIs and meetings of one office, in one file on this machine."
      />
      <Body label="Ways to begin">
        <div className="start">
          <RecentRegisters />
          <Group name="Look round first">
            <p className="read">
              The example is the register of an invented partnership: its plans of two years, KPIs over three,
              meetings and snapshots. It is a file of its own, so anything may be tried in it.
            </p>
            <Button onPress={() => example.mutate()} isPending={example.isPending}>
              Open the example register
            </Button>
            {example.isPending ? <Working what="Writing the example register" /> : null}
            {example.isError ? <Problem title="The example was not opened." error={example.error} /> : null}
          </Group>
          <Group name="Bring in a file">
            <p className="read">
              Last year’s workbook or Word plan becomes a register. You see every change before it is made,
              each value keeps the cell it came from, and one step undoes it all. The file itself is not
              touched.
            </p>
            <NewRegister withFile />
          </Group>
          <Group name="Begin with nothing">
            <p className="read">
              An empty register: you type a plan in, paste one from Excel, or bring files in later.
            </p>
            <NewRegister />
          </Group>
          <Group name="From another laptop">
            <MovedRegister />
          </Group>
        </div>
      </Body>
    </>
  );
}
