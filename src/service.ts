import { createApplication } from './application.js';
import { PreparationService } from './features/first-start/index.js';
import { ReexaminationWorker } from './features/upkeep/index.js';
import { WebhookWorker } from './features/webhooks/index.js';
import { Config } from './platform/config/config.js';
import { openDatabase } from './platform/database/open-database.js';
import { bannerOf } from './platform/lifecycle/banner.js';
import { Lifecycle } from './platform/lifecycle/lifecycle.js';
import { refusedPort } from './platform/lifecycle/refused-port.js';
import { createLogger } from './platform/logging/logger.js';
import { stopOnSignals } from './platform/lifecycle/shutdown.js';

/**
 * Starts the service as its environment says and returns once it accepts requests. From then on signals end it.
 * @throws StartupError for everything that the person who started it can mend
 */
export async function startService(variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = Config.read(variables);
  const logger = createLogger(config.logLevel);
  const database = await openDatabase(config, logger);
  const lifecycle = new Lifecycle();
  const application = await createApplication({ config, database, lifecycle }, logger);
  const workers = [application.get(ReexaminationWorker), application.get(WebhookWorker)];
  stopOnSignals(async () => {
    lifecycle.stopping();
    await Promise.all([...workers.map((worker) => worker.stop()), application.close()]);
    await database.close();
  }, logger);
  await application.listen(config.port, config.host).catch((error: unknown) => {
    throw refusedPort(error, config) ?? error;
  });
  const url = await application.getUrl();
  const madeKey = await application.get(PreparationService).makeFirstKey();
  process.stdout.write(bannerOf({ url, madeKey, keyIsGiven: config.adminKey !== undefined }));
  lifecycle.started();
  for (const worker of workers) worker.start();
  logger.info({ url }, 'Gainsay is ready');
}
