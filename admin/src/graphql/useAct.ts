import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError, type OperationContext } from 'urql';
import { notify } from '../components/notify';
import { graphql } from './graphql';

/** Why a change was refused, as every mutation is asked for it. */
export const REFUSAL = graphql(`
  fragment Refusal on UserError {
    code
    message
    field
  }
`);

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** A change that a screen can make. */
export interface Act<Payload, Variables> {
  /**
   * Makes the change.
   * @returns what the mutation gives; null where it was refused or nobody answered, which `refusals` or a notice says
   */
  readonly run: (variables: Variables, context?: Partial<OperationContext>) => Promise<Payload | null>;
  readonly isBusy: boolean;
  /** Why the last change was refused; empty where it was made. */
  readonly refusals: readonly Refusal[];
  readonly clear: () => void;
}

/**
 * Makes a change by a mutation, which is one field.
 * @param document asks for userErrors { ...Refusal }
 */
export function useAct<Payload extends { readonly userErrors: readonly Refusal[] }, Variables extends object>(
  document: TypedDocumentNode<Readonly<Record<string, Payload>>, Variables>,
): Act<Payload, Variables> {
  const { t } = useTranslation();
  const [{ fetching }, mutate] = useMutation<Readonly<Record<string, Payload>>, Variables>(document);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const run = useCallback(
    async (variables: Variables, context?: Partial<OperationContext>): Promise<Payload | null> => {
      setRefusals([]);
      const { data, error } = await mutate(variables, context);
      const payload = data === undefined ? undefined : Object.values(data)[0];
      if (payload === undefined) {
        const message = wordsOf(error) ?? t('failed.offline');
        notify({ color: 'red', title: t('failed.notSaved'), message });
        return null;
      }
      setRefusals(payload.userErrors);
      return payload.userErrors.length === 0 ? payload : null;
    },
    [mutate, t],
  );
  const clear = useCallback(() => setRefusals([]), []);
  return { run, isBusy: fetching, refusals, clear };
}

/** What the service said of why it did nothing; null where it did not answer. */
function wordsOf(error: CombinedError | undefined): string | null {
  if (error === undefined || error.graphQLErrors.length === 0) return null;
  return error.graphQLErrors.map(({ message }) => message).join(' ');
}

/** Shows refusals at the fields of a form that they are about. The fields are named by their paths in the input. */
export function useFieldErrors(
  form: { readonly setErrors: (errors: Record<string, string>) => void },
  refusals: readonly Refusal[],
  fields: readonly string[],
): void {
  const latest = useRef({ form, fields });
  useEffect(() => {
    latest.current = { form, fields };
  });
  useEffect(() => {
    const found = refusals.filter((refusal) => latest.current.fields.includes(pathOf(refusal)));
    if (found.length === 0) return;
    latest.current.form.setErrors(Object.fromEntries(found.map((refusal) => [pathOf(refusal), refusal.message])));
  }, [refusals]);
}

/** Refusals that are about none of a form's fields, and so are shown above it. */
export function otherRefusals(refusals: readonly Refusal[], fields: readonly string[]): readonly Refusal[] {
  return refusals.filter((refusal) => !fields.includes(pathOf(refusal)));
}

function pathOf({ field }: Refusal): string {
  const path = field ?? [];
  return (path[0] === 'input' ? path.slice(1) : path).join('.');
}
