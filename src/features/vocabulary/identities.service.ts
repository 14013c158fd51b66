import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { canBeSummed } from '../../domain/arithmetic/identity.js';
import { scaleOf } from '../../domain/values/units.js';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, UserErrors, userError, type UserProblem } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { Touch } from '../reexaminations/index.js';
import type { IdentityCreateInput, IdentityUpdateInput } from './graphql/ties.inputs.js';
import type { IdentityType } from './graphql/ties.types.js';
import { LIST_ORDER } from './vocabulary.repository.js';
import type { PropertyRow } from './property.shape.js';
import { TiesRepository, type IdentityRow } from './ties.repository.js';
import { toIdentity } from './vocabulary.mapper.js';
import { requireProperty } from './vocabulary.service.js';
import { VocabularyChangeService, type Changed, type VocabularyAct } from './vocabulary-change.service.js';
import { alsoTied, type VocabularySnapshot } from './vocabulary-store.js';

/** What an identity adds up, with where the input says so. */
interface Sum {
  readonly whole: PropertyRow;
  readonly parts: readonly PropertyRow[];
}

/** Identities of the vocabulary: that a whole is the sum of its parts. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly repository: TiesRepository,
    private readonly vocabulary: VocabularyChangeService,
  ) {}

  async list(args: PageArgs): Promise<ConnectionOf<IdentityType>> {
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.listIdentities(page);
    return toConnection(
      rows.map(toIdentity),
      page,
      (node) => [node.localId],
      () => this.repository.countIdentities(),
    );
  }

  /** @throws UserErrors where the key is taken, or its properties are not there or cannot be added up */
  async create(input: IdentityCreateInput, viewer: ActingViewer): Promise<Changed<IdentityRow>> {
    return this.vocabulary.make(act('identityCreate', viewer), async (tx, vocabulary, now) => {
      const sum: Sum = {
        whole: requireProperty(vocabulary, input.whole, ['input', 'whole']),
        parts: partsOf(input.parts, vocabulary),
      };
      const row: IdentityRow = {
        id: uuidv7(),
        key: input.key,
        label: input.label,
        wholeId: sum.whole.id,
        partIds: sum.parts.map(({ id }) => id),
        version: 1,
      };
      requireNewKey(vocabulary, input.key);
      requireSound(row, sum, vocabulary.identities.values());
      await this.repository.insertIdentity(tx, row, now);
      return { before: null, after: row, touches: touchedBy([row], vocabulary) };
    });
  }

  /** @throws UserErrors where it is not there or has changed meanwhile, or its parts are not or cannot be added up */
  async update(
    id: string,
    expectedVersion: number,
    input: IdentityUpdateInput,
    viewer: ActingViewer,
  ): Promise<Changed<IdentityRow>> {
    const what = act('identityUpdate', viewer);
    return this.vocabulary.make(what, async (tx, vocabulary) => {
      const before = requireIdentity(vocabulary, id);
      await this.vocabulary.requireVersion(tx, what, before, expectedVersion);
      const parts = input.parts ? partsOf(input.parts, vocabulary) : null;
      const row: IdentityRow = {
        ...before,
        label: input.label ?? before.label,
        partIds: parts?.map((part) => part.id) ?? before.partIds,
        version: before.version + 1,
      };
      const whole = vocabulary.propertiesById.get(row.wholeId);
      if (!whole) throw new Error('An identity has a whole that the vocabulary lacks.');
      if (parts) requireSound(row, { whole, parts }, vocabulary.identities.values());
      await this.repository.changeIdentity(tx, row);
      return { before, after: row, touches: isSame(before, row) ? [] : touchedBy([before, row], vocabulary) };
    });
  }

  /**
   * @returns the identity as it was
   * @throws UserErrors where it is not there
   */
  async remove(id: string, viewer: ActingViewer): Promise<Changed<IdentityRow>> {
    return this.vocabulary.make(act('identityDelete', viewer), async (tx, vocabulary) => {
      const before = requireIdentity(vocabulary, id);
      await this.repository.removeIdentity(tx, before.id);
      return { before, after: null, touches: touchedBy([before], vocabulary) };
    });
  }
}

function act(action: string, viewer: ActingViewer): VocabularyAct {
  return { action, objectType: 'Identity', viewer };
}

/** Whether two states of an identity say and add up the same. */
function isSame(before: IdentityRow, after: IdentityRow): boolean {
  return before.label === after.label && before.partIds.join() === after.partIds.join();
}

/** The questions that states of an identity bear on. */
function touchedBy(states: readonly IdentityRow[], vocabulary: VocabularySnapshot): Touch[] {
  return [
    {
      properties: alsoTied(
        states.flatMap(({ wholeId, partIds }) => [wholeId, ...partIds]),
        vocabulary,
      ),
    },
  ];
}

function requireIdentity(vocabulary: VocabularySnapshot, globalId: string): IdentityRow {
  const identity = vocabulary.identities.get(requireIds('Identity', globalId, ['id']).id);
  if (!identity) throw notFound('Identity', ['id']);
  return identity;
}

function requireNewKey(vocabulary: VocabularySnapshot, key: string): void {
  if (![...vocabulary.identities.values()].some((identity) => identity.key === key)) return;
  throw userError(UserErrorCode.ALREADY_EXISTS, 'Another identity has this key.', ['input', 'key']);
}

function partsOf(keys: readonly string[], vocabulary: VocabularySnapshot): readonly PropertyRow[] {
  return keys.map((key, i) => {
    const field = ['input', 'parts', String(i)];
    if (keys.indexOf(key) === i) return requireProperty(vocabulary, key, field);
    throw userError(UserErrorCode.INVALID_INPUT, `"${key}" is named twice; each part is added once.`, field);
  });
}

/**
 * @throws UserErrors where a property cannot be added up, they are not of one dimension, the sum is there already, or
 * a property would come to be part of itself
 */
export function requireSound(row: IdentityRow, { whole, parts }: Sum, identities: Iterable<IdentityRow>): void {
  const named = [
    { property: whole, field: ['input', 'whole'] },
    ...parts.map((property, i) => ({ property, field: ['input', 'parts', String(i)] })),
  ];
  const dimension = scaleOf(null, whole.unit).dimension;
  const problems = named.flatMap(({ property, field }): UserProblem[] => {
    if (!canBeSummed(property)) {
      const message = `"${property.key}" cannot be added up: it is not a single-valued QUANTITY in a unit that begins at zero.`;
      return [{ code: UserErrorCode.WRONG_DATATYPE, message, field }];
    }
    if (canBeSummed(whole) && scaleOf(null, property.unit).dimension !== dimension) {
      const message = `"${property.key}" measures something else than "${whole.key}".`;
      return [{ code: UserErrorCode.INCOMPATIBLE_UNIT, message, field }];
    }
    return [];
  });
  if (problems.length > 0) throw new UserErrors(problems);
  const others = [...identities].filter(({ id }) => id !== row.id);
  const sumOf = ({ wholeId, partIds }: IdentityRow) => [wholeId, ...[...partIds].sort()].join();
  if (others.some((other) => sumOf(other) === sumOf(row))) {
    throw userError(UserErrorCode.ALREADY_EXISTS, 'Another identity says the same.', ['input', 'parts']);
  }
  parts.forEach(({ id, key }, i) => {
    if (!isMadeOf(id, whole.id, others)) return;
    const message = id === whole.id ? `"${key}" cannot be a part of itself.` : `"${whole.key}" is a part of "${key}".`;
    throw userError(UserErrorCode.INCONSISTENT_VOCABULARY, message, ['input', 'parts', String(i)]);
  });
}

/** Whether a property is another, or has it among its parts, or among theirs. */
function isMadeOf(propertyId: string, of: string, identities: readonly IdentityRow[]): boolean {
  // A set hands out what is added while it is walked, each id once.
  const reached = new Set([propertyId]);
  for (const id of reached) {
    for (const { wholeId, partIds } of identities) if (wholeId === id) partIds.forEach((part) => reached.add(part));
  }
  return reached.has(of);
}
