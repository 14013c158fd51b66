import { divisionProblems } from '../../domain/values/changed-divisions.js';
import { conceptLevels } from '../../domain/values/concept-levels.js';
import { declaredDivisions } from '../../domain/values/division.js';
import { emptyConcepts } from '../../domain/values/empty-concepts.js';
import { collectProblems, UserErrorCode, type UserProblem } from '../../graphql/errors/index.js';
import { requireSound, unfitting, type IdentityRow } from '../vocabulary/index.js';
import type { PackPlan, Planned, TermRows, VocabularyRows } from './pack-plan.js';
import type { PackPath } from './pack-text.js';

/** As deep as concepts can lie: no classification in use comes near. */
const MAX_LEVEL = 50;
/** As many parts as a complete division can have: each is compared with all others. */
const MAX_PARTS = 500;

/** Why a pack cannot be imported, and which of its parts is why. */
export interface PlanProblem {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path: PackPath;
}

/** What claims hold on to. */
export interface Usage {
  /** Ids of properties that claims are made of. */
  readonly properties: ReadonlySet<string>;
  /** Ids of concepts that claims have as value or in their scope, or that editors divide their questions by. */
  readonly concepts: ReadonlySet<string>;
  /** By id of a property, the scope dimensions that its claims are narrowed in, or its questions divided along. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
}

/** What stands in the way of a plan in itself: what could not be reckoned with, or would denote nothing. */
export function soundnessProblems(plan: PackPlan, after: VocabularyRows): PlanProblem[] {
  return [
    ...propertyProblems(plan),
    ...identityProblems(plan, after),
    ...orderProblems(plan, after),
    ...conceptProblems(plan, after),
  ];
}

/** What claims, or what others have made, stands in the way of a plan: nothing of theirs is orphaned or reinterpreted. */
export function orphanProblems(plan: PackPlan, after: VocabularyRows, usage: Usage): PlanProblem[] {
  const refuse = (message: string, path: PackPath): PlanProblem => ({
    code: UserErrorCode.ILLEGAL_STATE,
    message,
    path,
  });
  const changed = plan.planned.PROPERTY.flatMap(({ before, after: row, path }): PlanProblem[] => {
    if (!before) return [];
    const MEANING = { datatype: 'datatype', unit: 'unit', schemeId: 'scheme' } as const;
    const settings = (['datatype', 'unit', 'schemeId'] as const).filter((setting) => before[setting] !== row[setting]);
    const kept = new Set(row.dimensions.map(({ dimension, schemeId }) => `${dimension} ${schemeId}`));
    const lost = before.dimensions.filter(({ dimension, schemeId }) => !kept.has(`${dimension} ${schemeId}`));
    const used = lost.filter(({ dimension }) => usage.dimensions.get(row.id)?.includes(dimension));
    return [
      ...(usage.properties.has(row.id) ? settings : []).map((setting) => {
        const name = MEANING[setting];
        return refuse(`"${row.key}" has claims, whose values another ${name} would make say something else.`, [
          ...path,
          name,
        ]);
      }),
      ...used.map(({ dimension }) =>
        refuse(`Claims of "${row.key}" are narrowed by "${dimension}", which must stay as it is.`, [
          ...path,
          'scopeDimensions',
        ]),
      ),
    ];
  });
  const tied = new Map<string, string>();
  for (const { key, wholeId, partIds } of after.IDENTITY.values())
    for (const id of [wholeId, ...partIds]) tied.set(id, key);
  for (const { key, earlierId, laterId } of after.ORDER.values())
    for (const id of [earlierId, laterId]) tied.set(id, key);
  const properties = plan.dropped.PROPERTY.flatMap(({ key, before: { id } }): PlanProblem[] => {
    if (usage.properties.has(id))
      return [refuse(`The pack no longer has the property "${key}", which has claims.`, ['properties'])];
    const tie = tied.get(id);
    return tie === undefined
      ? []
      : [refuse(`The pack no longer has the property "${key}", which "${tie}" ties.`, ['properties'])];
  });
  const holding = new Map(
    [...after.CONCEPT.values()].flatMap(({ prefLabel, broader }) => broader.map((id) => [id, prefLabel])),
  );
  const concepts = plan.dropped.CONCEPT.flatMap(({ key, before: { id } }): PlanProblem[] => {
    if (usage.concepts.has(id))
      return [refuse(`The pack no longer has the concept "${key}", which claims use.`, ['schemes'])];
    const narrower = holding.get(id);
    return narrower === undefined
      ? []
      : [refuse(`The pack no longer has the concept "${key}", within which "${narrower}" lies.`, ['schemes'])];
  });
  const inUse = new Set([
    ...[...after.CONCEPT.values()].map(({ schemeId }) => schemeId),
    ...[...after.PROPERTY.values()].flatMap((row) => [
      row.schemeId ?? '',
      ...row.dimensions.map((each) => each.schemeId),
    ]),
  ]);
  const schemes = plan.dropped.SCHEME.filter(({ before }) => inUse.has(before.id)).map(({ key }) =>
    refuse(`The pack no longer has the scheme "${key}", of which concepts or properties stay.`, ['schemes']),
  );
  return [...changed, ...properties, ...concepts, ...schemes];
}

function propertyProblems({ planned }: PackPlan): PlanProblem[] {
  return planned.PROPERTY.flatMap(({ after, path }) =>
    unfitting({ ...after, scheme: after.schemeId }).map((problem) => placed(problem, path)),
  );
}

function identityProblems({ planned }: PackPlan, after: VocabularyRows): PlanProblem[] {
  const own = new Map(planned.IDENTITY.map((entry) => [entry.after.id, entry.path]));
  const touched = new Map(planned.PROPERTY.map((entry) => [entry.after.id, entry.path]));
  return [...after.IDENTITY.values()].flatMap((row) => {
    // An identity of others' is looked at where the pack has a property of it.
    const path = own.get(row.id) ?? [row.wholeId, ...row.partIds].map((id) => touched.get(id)).find(Boolean);
    return path
      ? soundness(row, after).map((problem) => (own.has(row.id) ? placed(problem, path) : { ...problem, path }))
      : [];
  });
}

function soundness(row: IdentityRow, after: VocabularyRows): UserProblem[] {
  const problems: UserProblem[] = [];
  const whole = after.PROPERTY.get(row.wholeId);
  const parts = row.partIds.map((id) => after.PROPERTY.get(id)).filter((part) => part !== undefined);
  // A property that is gone is refused as such.
  if (!whole || parts.length < row.partIds.length) return [];
  collectProblems(problems, () => requireSound(row, { whole, parts }, after.IDENTITY.values()));
  return problems;
}

function orderProblems({ planned }: PackPlan, after: VocabularyRows): PlanProblem[] {
  const own = new Map(planned.ORDER.map((entry) => [entry.after.id, entry.path]));
  const touched = new Map(planned.PROPERTY.map((entry) => [entry.after.id, entry.path]));
  const pairs = new Map<string, string>();
  return [...after.ORDER.values()].flatMap(({ id, key, earlierId, laterId }): PlanProblem[] => {
    const path = own.get(id);
    const ends = [
      ['earlier', earlierId],
      ['later', laterId],
    ] as const;
    const wrong = ends.flatMap(([end, propertyId]): PlanProblem[] => {
      const property = after.PROPERTY.get(propertyId);
      const at = path ? [...path, end] : touched.get(propertyId);
      if (!property || property.datatype === 'TIME' || !at) return [];
      const message = `"${property.key}" is no TIME property${path ? '' : `, which "${key}" ties`}.`;
      return [{ code: UserErrorCode.WRONG_DATATYPE, message, path: at }];
    });
    if (path && earlierId === laterId) {
      wrong.push({
        code: UserErrorCode.INVALID_INPUT,
        message: 'A time cannot come after itself.',
        path: [...path, 'later'],
      });
    }
    const pair = `${earlierId} ${laterId}`;
    const same = pairs.get(pair);
    pairs.set(pair, key);
    if (same === undefined) return wrong;
    const message = `The orders "${same}" and "${key}" say the same.`;
    return [...wrong, { code: UserErrorCode.ALREADY_EXISTS, message, path: path ?? ['orders'] }];
  });
}

function conceptProblems({ planned }: PackPlan, after: VocabularyRows): PlanProblem[] {
  const paths = new Map(planned.CONCEPT.map((entry: Planned<TermRows['CONCEPT']>) => [entry.after.id, entry.path]));
  const pathOf = (id: string): PackPath => paths.get(id) ?? ['schemes'];
  const concepts = [...after.CONCEPT.values()];
  const inconsistent = (message: string, path: PackPath): PlanProblem => ({
    code: UserErrorCode.INCONSISTENT_VOCABULARY,
    message,
    path,
  });
  const { levels, circular } = conceptLevels(concepts);
  const misplaced = concepts.flatMap(({ id, prefLabel, disjointWith }): PlanProblem[] => {
    if (circular.has(id))
      return [inconsistent(`"${prefLabel}" would come to lie under itself.`, [...pathOf(id), 'broader'])];
    if (disjointWith.includes(id))
      return [inconsistent('A concept has everything in common with itself.', [...pathOf(id), 'disjointWith'])];
    const isDeep = (levels.get(id) ?? 0) > MAX_LEVEL && paths.has(id);
    return isDeep
      ? [inconsistent(`A concept lies under at most ${MAX_LEVEL} others.`, [...pathOf(id), 'broader'])]
      : [];
  });
  const isWide = declaredDivisions(concepts, [...after.SCHEME.values()]).some(({ parts }) => parts.length > MAX_PARTS);
  if (isWide) {
    misplaced.push(inconsistent(`A complete division has at most ${MAX_PARTS} parts.`, ['schemes']));
  }
  // Concepts are compared by all that they lie under: what is misplaced would have no end there, or a late one.
  if (misplaced.length > 0) return misplaced;
  const foreign = concepts.filter(({ schemeId, broader }) =>
    broader.some((id) => after.CONCEPT.get(id)?.schemeId !== schemeId),
  );
  const labels = new Map<string, string>();
  const twins = concepts.flatMap(({ id, schemeId, prefLabel }): PlanProblem[] => {
    const name = `${schemeId}/${prefLabel}`;
    const other = labels.get(name);
    labels.set(name, id);
    if (other === undefined) return [];
    const message = `Another concept of this scheme has the label "${prefLabel}".`;
    return [{ code: UserErrorCode.ALREADY_EXISTS, message, path: pathOf(paths.has(id) ? id : other) }];
  });
  const schemes = [...after.SCHEME.values()];
  const schemePaths = new Map(planned.SCHEME.map((entry) => [entry.after.id, entry.path]));
  const divided = divisionProblems(concepts, schemes).map(({ division: { whole, parts }, message }) => {
    const schemePath = schemePaths.get(after.CONCEPT.get(parts[0] ?? '')?.schemeId ?? '');
    const path = whole === null ? [...(schemePath ?? ['schemes'])] : [...pathOf(whole)];
    return inconsistent(message, path);
  });
  return [
    ...twins,
    ...foreign
      .filter(({ id }) => paths.has(id))
      .map(({ id }) => ({
        code: UserErrorCode.WRONG_SCHEME,
        message: 'A broader concept must be of the same scheme.',
        path: pathOf(id),
      })),
    ...emptyConcepts(concepts, schemes).map(({ conceptId, message }) => inconsistent(message, pathOf(conceptId))),
    ...divided,
  ];
}

/** A problem of an input, whose field begins with "input", as one of a part of the pack. */
function placed({ code, message, field = [] }: UserProblem, path: PackPath): PlanProblem {
  const rest = field.slice(1).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { code, message, path: [...path, ...rest] };
}
