import { Link } from '@tanstack/react-router';
import type { LinkTargetShown } from '#shared/contract/links.ts';
import { LinkButton } from '../../components/button.tsx';

/** The way to what a link points to. */
export function TargetLink(props: {
  target: LinkTargetShown;
  words: string;
  /** Shows an action that is at hand already. */
  onShow: (actionId: string) => void;
}) {
  const { target, words } = props;
  switch (target.kind) {
    case 'action':
      return <ActionLink {...props} />;
    case 'section':
      return (
        <Link
          to="/plans/$planId"
          params={{ planId: target.planId ?? '' }}
          search={{ section: target.id }}
          className="hit"
        >
          {words}
        </Link>
      );
    case 'plan':
      return (
        <Link to="/plans/$planId" params={{ planId: target.id }} className="hit">
          {words}
        </Link>
      );
    case 'kpi':
      return (
        <Link to="/kpis/$kpiId" params={{ kpiId: target.id }} className="hit">
          {words}
        </Link>
      );
    case 'duty':
      return (
        <Link to="/duties" search={{ duty: target.id }} className="hit">
          {words}
        </Link>
      );
    case 'stream':
      return (
        <Link to="/settings" search={{ part: 'streams', entry: target.id }} className="hit">
          {words}
        </Link>
      );
  }
}

function ActionLink({
  target,
  words,
  onShow,
}: {
  target: LinkTargetShown;
  words: string;
  onShow: (id: string) => void;
}) {
  if (location.hash.includes(`/plans/${target.planId}`))
    return <LinkButton onPress={() => onShow(target.id)}>{words}</LinkButton>;
  return (
    <Link
      to="/plans/$planId"
      params={{ planId: target.planId ?? '' }}
      search={{ action: target.id }}
      className="hit"
    >
      {words}
    </Link>
  );
}
