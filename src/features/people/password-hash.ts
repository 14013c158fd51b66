import { hash, parseOptions, verify } from '@node-rs/argon2';

/**
 * What a hash costs: Argon2id with 19 MiB, two passes and one lane, the first choice of OWASP's Password Storage Cheat
 * Sheet. Stored hashes name their own cost, so that this may change; they follow when their owners next sign in.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The form in which a password is hashed: the same characters typed on different keyboards are the same password
 * (NIST SP 800-63B-4, section 3.1.1.2, asks for NFKC).
 */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** Hashes a password with a salt of its own. @returns it in PHC form, which begins with `$argon2id$` */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), COST);
}

/** Whether a password is the one that was hashed. It takes as long where it is not. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, normalised(password));
}

/** Whether a hash was made with another cost than is asked for now. */
export function isOutdated(stored: string): boolean {
  const made = parseOptions(stored);
  return (Object.keys(COST) as (keyof typeof COST)[]).some((name) => made[name] !== COST[name]);
}
