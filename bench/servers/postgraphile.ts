/** PostGraphile 5 on its own defaults, as its documentation sets it up for production. */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addForeignKeys } from './postgraphile-relations.js';
import { announce, settings } from './settings.js';

const { databaseUrl, poolSize } = settings();

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [addForeignKeys],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public'], poolConfig: { max: poolSize } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
};

const serv = postgraphile(preset).createServ(grafserv);
const server = createServer();
server.on('error', (error) => {
  throw error;
});
await serv.addTo(server);
announce(server);
