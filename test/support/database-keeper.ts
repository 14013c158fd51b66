/**
 * Holds the databases of one jest run, in a process of its own: workers ask it over HTTP on the loopback for what they
 * need, so that nothing is started that no test uses. It lives as long as its standard input is open, and so ends, and
 * cleans up, with the jest run in whatever way that ends.
 */
import { createServer } from 'node:http';
import { prepareDatabases } from './prepared-databases.js';

const databases = prepareDatabases();

const server = createServer((request, response) => {
  const prepared = request.url === '/server' ? databases.server() : databases.snapshot();
  prepared.then(
    (value) => response.end(JSON.stringify(value)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
  );
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});

// An interrupt from the keyboard reaches this process too; jest closes the input once it has ended.
process.on('SIGINT', () => undefined);
process.stdin.resume();
process.stdin.on('end', () => {
  server.close();
  server.closeAllConnections();
  databases.remove().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
