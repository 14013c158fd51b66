import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from './role.js';

/** Metadata key under which {@link Allow} keeps the role. */
export const ALLOWED_ROLE = 'gainsay:allowed-role';

/**
 * The policy of a root field: who may call it. A root field without a policy is refused to everybody.
 * @param role the least role that may
 */
export function Allow(role: Role): CustomDecorator {
  return SetMetadata(ALLOWED_ROLE, role);
}
