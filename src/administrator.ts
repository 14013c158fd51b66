import { print, runCommand, withFeatures } from './command.js';
import { AuthModule, FirstStartService, Role } from './features/auth/index.js';
import { InvitationsService, PeopleModule } from './features/people/index.js';
import { UserErrors } from './graphql/errors/index.js';

/**
 * `npm run administrator`: makes sure that somebody administers and can choose a password.
 * Exits with 0 where that is so, with 1 where the address is none, with 2 where it could not run.
 */
const USAGE = `Usage: npm run administrator -- EMAIL [NAME]

Makes an account with the role ADMIN for this e-mail address, or makes the one that is there an administrator again, and
prints a token by which its owner chooses a password. A token that was made before is good no longer.
`;

/** The account by which acts of this command are on record. It has no key, so nobody can sign in with it. */
const ACCOUNT = 'Gainsay administrator command';

async function administrator([email, name, ...rest]: readonly string[]): Promise<number | null> {
  if (email === undefined || email.startsWith('-') || rest.length > 0) return null;
  try {
    const { row, token, expiresAt } = await withFeatures([AuthModule, PeopleModule], async (application) => {
      const viewer = await application.get(FirstStartService).ensureService(ACCOUNT, Role.ADMIN);
      return application.get(InvitationsService).ensureAdministrator({ email, name: name ?? email }, viewer);
    });
    const mutation = row.hasPassword ? 'passwordReset' : 'invitationAccept';
    print(`${row.name} <${row.email ?? ''}> is an administrator.`);
    print(`To choose a password, send the mutation ${mutation} with this token before ${expiresAt.toISOString()}:`);
    print(token);
    return 0;
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

await runCommand('make an administrator', USAGE, () => administrator(process.argv.slice(2)));
