import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem, Working } from './notices.tsx';

/**
 * A view of an answer: the content once it is there (the last one stays while a new one comes), a line that names
 * the thing while it is not, a problem with "Try again" where it failed.
 */
export function QueryState<T>(props: {
  query: UseQueryResult<T, unknown>;
  what: string;
  children: (data: T) => ReactNode;
}) {
  const { query, what } = props;
  if (query.data !== undefined) return <>{props.children(query.data)}</>;
  if (query.isError) {
    return (
      <Problem
        title={`${what} could not be shown.`}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <Working what={`Reading ${what.charAt(0).toLocaleLowerCase('en-GB')}${what.slice(1)}`} />;
}
