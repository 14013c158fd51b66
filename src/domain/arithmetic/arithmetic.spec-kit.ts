import type { Claim, Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { compareClaims } from '../contradiction/compare-claims.js';
import { killed, property, vocabulary } from '../contradiction/scenario.spec-kit.js';
import type { InConflict } from './find-arithmetic.js';
import type { Identity } from './identity.js';

/** What specs of sums are written with: the counts of a crash, and how they hang together. */

const counted = { unit: 'person', additive: true } as const;
export const fatalities = killed;
export const aboard = property('QUANTITY', { ...counted, key: 'aboard', label: 'aboard', phrase: '{value} aboard' });
export const survivors = property('QUANTITY', {
  ...counted,
  key: 'survivors',
  label: 'survivors',
  phrase: '{value} survivors',
});
export const passengers = property('QUANTITY', {
  ...counted,
  key: 'passengers',
  label: 'passengers',
  phrase: '{value} passengers',
});
export const crew = property('QUANTITY', { ...counted, key: 'crew', label: 'crew', phrase: '{value} crew' });
export const injured = property('QUANTITY', {
  ...counted,
  key: 'injured',
  label: 'injured',
  phrase: '{value} injured',
});
export const casualties = property('QUANTITY', {
  ...counted,
  key: 'casualties',
  label: 'casualties',
  phrase: '{value} casualties',
});
/** Told without a phrase of its own. */
export const missing = property('QUANTITY', { ...counted, key: 'missing', label: 'missing' });

export const fates: Identity = {
  id: 'fates',
  label: 'whoever was aboard died or survived',
  whole: 'aboard',
  parts: ['fatalities', 'survivors'],
};
export const roles: Identity = {
  id: 'roles',
  label: 'whoever was aboard was a passenger or crew',
  whole: 'aboard',
  parts: ['passengers', 'crew'],
};
/** Shares a part with {@link fates}, so that aboard + injured = casualties + survivors. */
export const harm: Identity = {
  id: 'harm',
  label: 'casualties are the killed and the injured',
  whole: 'casualties',
  parts: ['fatalities', 'injured'],
};
export const fatesWithMissing: Identity = {
  id: 'fates-with-missing',
  label: 'whoever was aboard died, survived or is missing',
  whole: 'aboard',
  parts: ['fatalities', 'survivors', 'missing'],
};

export function question(about: Property, ...claims: readonly Claim[]): Question {
  return { property: about, claims };
}

/** Asks the pairwise rules, as the service does. */
export function conflictsAmong(questions: readonly Question[]): InConflict {
  const pairs = new Set(
    questions.flatMap(({ property: about, claims }) =>
      claims.flatMap((a) =>
        claims
          .filter((b) => compareClaims(about, a, b, vocabulary)?.strength === 'CONFLICT')
          .map((b) => `${a.id} ${b.id}`),
      ),
    ),
  );
  return (a, b) => pairs.has(`${a} ${b}`);
}
