import { touchedByDivisions } from '../../domain/values/changed-divisions.js';
import { touchedByConcept, touchedByScheme } from '../../domain/values/touched-concepts.js';
import type { Touch } from '../reexaminations/index.js';
import { alsoTied, COMPARED, type VocabularySnapshot } from '../vocabulary/index.js';
import { isSameRow, type PackPlan, type VocabularyRows } from './pack-plan.js';

/** More than this many ways in which two sets of concepts are touched together are told as one of either set. */
const MAX_TOGETHER = 20;

/** Which claims an import can make compare or read otherwise: those that must be examined again. */
export function touchesOf(plan: PackPlan, after: VocabularyRows, vocabulary: VocabularySnapshot): readonly Touch[] {
  const { planned, dropped } = plan;
  const concepts = [...after.CONCEPT.values()];
  const touched = [
    ...planned.CONCEPT.flatMap((entry) =>
      entry.before === null || isSameRow(entry.before, entry.after)
        ? []
        : touchedByConcept(entry.before, after.CONCEPT.get(entry.after.id) ?? entry.after, concepts),
    ),
    ...planned.SCHEME.filter(
      (entry) => entry.before !== null && entry.before.siblingsExclusive !== entry.after.siblingsExclusive,
    ).map((entry) => touchedByScheme(entry.after.id, concepts)),
    ...touchedByDivisions(vocabulary.graph.divisions, concepts, [...after.SCHEME.values()]),
  ];
  const together = touched.filter(({ alongside }) => alongside !== null);
  const alone = together.length > MAX_TOGETHER ? touched : touched.filter(({ alongside }) => alongside === null);
  const using = [...new Set(alone.flatMap((touch) => touch.using))];
  const properties = alsoTied([...new Set(touchedProperties(planned, dropped))], vocabulary);
  return [
    ...(using.length > 0 ? [{ using, alongside: null }] : []),
    ...(together.length > MAX_TOGETHER ? [] : together),
    ...(properties.length > 0 ? [{ properties }] : []),
  ];
}

function touchedProperties(planned: PackPlan['planned'], dropped: PackPlan['dropped']): string[] {
  const compared = planned.PROPERTY.filter(
    ({ before, after }) => before !== null && COMPARED.some((setting) => before[setting] !== after[setting]),
  );
  const identities = [
    ...planned.IDENTITY.filter(({ before, after }) => !isSameRow(before, after)).flatMap(({ before, after }) => [
      before,
      after,
    ]),
    ...dropped.IDENTITY.map(({ before }) => before),
  ];
  const orders = [
    ...planned.ORDER.filter(({ before, after }) => !isSameRow(before, after)).flatMap(({ before, after }) => [
      before,
      after,
    ]),
    ...dropped.ORDER.map(({ before }) => before),
  ];
  return [
    ...compared.map(({ after }) => after.id),
    ...identities.flatMap((row) => (row ? [row.wholeId, ...row.partIds] : [])),
    ...orders.flatMap((row) => (row ? [row.earlierId, row.laterId] : [])),
  ];
}
