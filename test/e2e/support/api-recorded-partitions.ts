import { change } from './api-client.js';
import type { RecordedChange } from './api-recorded-source-changes.js';
import type { World } from './api-world.js';

/** Changes of what is declared complete of a question, with what is recorded of each. */
export async function partitionChanges(world: World, question: string): Promise<RecordedChange[]> {
  const parts = { dimension: 'role', concepts: ['crew', 'passengers'].map((label) => world.concept(label)) };
  const all = { question, ...parts, note: 'By the list.' };
  const concepts = ['Russian', 'Kazakh'].map((label) => world.concept(label));
  const { partition } = await change(world.endpoint, 'partitionDeclare', {
    input: { ...all, dimension: 'nationality', concepts },
  });
  return [
    ['partitionDeclare', { input: all }, 'Partition', true, null, { note: 'By the list.', version: 1 }],
    [
      'partitionUpdate',
      { id: partition.id, expectedVersion: 1, input: { note: 'By the airline.' } },
      'Partition',
      true,
      { note: 'By the list.' },
      { note: 'By the airline.' },
    ],
    [
      'partitionWithdraw',
      { id: partition.id, expectedVersion: 2, reason: 'Looked at.' },
      'Partition',
      true,
      { version: 2 },
      { withdrawalReason: 'Looked at.' },
    ],
  ];
}
