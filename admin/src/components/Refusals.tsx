import { Alert } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Refusal } from '../graphql/useAct';

/** Why a change was refused, in the service's words; nothing where it was not. */
export function Refusals({ of }: { readonly of: readonly Refusal[] }): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {of.map(({ message }) => (
        <div key={message}>{message}</div>
      ))}
    </Alert>
  );
}
