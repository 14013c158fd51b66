import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Policy } from './policy.js';

/** Metadata key under which {@link Allow} keeps the policy. */
export const POLICY = 'gainsay:policy';

/**
 * The policy of a root field: who may call it. A root field without a policy is refused to everybody.
 * @param policy the least role that may, or {@link SIGNED_IN} for all who have an account
 */
export function Allow(policy: Policy): CustomDecorator {
  return SetMetadata(POLICY, policy);
}
