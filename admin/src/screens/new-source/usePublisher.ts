import { useClient } from 'urql';
import { useAct } from '../../graphql/useAct';
import { CREATE_PUBLISHER, PUBLISHERS } from './new-source.query';

/** Finds the publisher that is called so, or makes it; null where that was refused. */
export function usePublisher(): (name: string) => Promise<string | null> {
  const client = useClient();
  const creation = useAct(CREATE_PUBLISHER);
  return async (name) => {
    const { data } = await client.query(PUBLISHERS, { query: name }, { requestPolicy: 'network-only' }).toPromise();
    const known = data?.agents.nodes.find((agent) => agent.name.toLowerCase() === name.toLowerCase());
    if (known) return known.id;
    const payload = await creation.run({ input: { name, kind: 'OUTLET' } });
    return payload?.agent?.id ?? null;
  };
}
