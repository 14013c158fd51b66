import { Module } from '@nestjs/common';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';

/**
 * Telling people what concerns them. It stands below the features whose acts it tells of, so that they can use it; what
 * people see of it is `features/inbox`, which stands above them.
 */
@Module({
  providers: [NotificationsRepository, NotificationsService],
  exports: [NotificationsRepository, NotificationsService],
})
export class NotificationsModule {}
