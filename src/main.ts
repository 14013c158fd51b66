import 'reflect-metadata';
import { StartupError } from './platform/lifecycle/startup-error.js';
import { startService } from './service.js';

try {
  await startService(process.env);
} catch (error) {
  console.error(error instanceof StartupError ? `Gainsay did not start. ${error.message}` : error);
  process.exit(1);
}
