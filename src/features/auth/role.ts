import { registerEnumType } from '@nestjs/graphql';

/** What someone may do. Each role may do all that the ones before it may. */
export enum Role {
  READER = 'READER',
  CONTRIBUTOR = 'CONTRIBUTOR',
  EDITOR = 'EDITOR',
  ADMIN = 'ADMIN',
}

const ORDER = [Role.READER, Role.CONTRIBUTOR, Role.EDITOR, Role.ADMIN];

/** Whether a role includes all that another may do. */
export function includes(role: Role, other: Role): boolean {
  return ORDER.indexOf(role) >= ORDER.indexOf(other);
}

/** What may be done where two roles limit each other: the lower of both. */
export function lowerOf(role: Role, other: Role): Role {
  return includes(role, other) ? other : role;
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What someone may do. Each role may do all that the ones before it may.',
  valuesMap: {
    READER: {
      description:
        'Reads what is published: no claim that is not, nor what hangs on one. Anonymous callers have this role.',
    },
    CONTRIBUTOR: { description: 'Writes stories, sources, agents and claims.' },
    EDITOR: { description: 'Decides: ranks and retracts claims, resolves contradictions.' },
    ADMIN: { description: 'Manages people, keys and vocabularies.' },
  },
});
