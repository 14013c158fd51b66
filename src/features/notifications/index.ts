export { NotificationsModule } from './notifications.module.js';
export { NOTIFICATION_ORDER, NotificationsRepository, type NotificationRow } from './notifications.repository.js';
export { NotificationsService } from './notifications.service.js';
export { NotificationReason } from './notification-reason.js';
