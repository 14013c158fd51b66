import { Components } from './components.js';
import type { TextRelation } from './same-text.js';

/** Two sources whose texts belong together. */
export interface TextMatch {
  readonly firstId: string;
  readonly secondId: string;
  readonly relation: TextRelation;
}

/** A text that a source has in common with others. A text is named by the source with the least id that has it. */
export interface CarriedText {
  readonly sourceId: string;
  /** Never the source itself: that it carries its own text goes without saying. */
  readonly textId: string;
  /** Whether this is the source's text as a whole; otherwise a part of it. */
  readonly whole: boolean;
}

/**
 * Which texts each source carries. Sources of the same text, directly or through others, carry it as a whole. What is
 * embedded is carried by the source in which it was found and by no other: a round-up of two reports carries both
 * without making them one. The order of the matches does not matter.
 */
export function carriedTexts(matches: readonly TextMatch[]): CarriedText[] {
  const components = new Components();
  for (const { firstId, secondId, relation } of matches) if (relation === 'SAME') components.join(firstId, secondId);
  const names = new Map<string, string>();
  const sourceIds = [...new Set(matches.flatMap(({ firstId, secondId }) => [firstId, secondId]))].sort();
  for (const id of sourceIds) {
    const root = components.rootOf(id);
    if (!names.has(root)) names.set(root, id);
  }
  const textOf = (id: string) => names.get(components.rootOf(id)) ?? id;

  const wholes = sourceIds.map((sourceId) => ({ sourceId, textId: textOf(sourceId), whole: true }));
  const parts = matches
    .filter(({ relation }) => relation !== 'SAME')
    .map(({ firstId, secondId, relation }) =>
      relation === 'FIRST_IN_SECOND' ? [secondId, firstId] : [firstId, secondId],
    )
    .map(([carrier = '', carried = '']) => ({ sourceId: carrier, textId: textOf(carried), whole: false }))
    .filter(({ sourceId, textId }) => textId !== textOf(sourceId));
  const byKey = new Map([...wholes, ...parts].map((text) => [`${text.sourceId} ${text.textId}`, text]));
  return [...byKey.values()].filter(({ sourceId, textId }) => sourceId !== textId);
}
