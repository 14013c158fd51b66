import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { ContradictionsModule } from '../contradictions/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PeopleModule } from '../people/index.js';
import { RevisionsModule } from '../revisions/index.js';
import { ClaimAssignmentResolver, ContradictionAssignmentResolver } from './assigned-objects.resolver.js';
import { AssignedObjectsService } from './assigned-objects.service.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsResolver } from './assignments.resolver.js';
import { AssignmentsService } from './assignments.service.js';
import { OwnAssignmentsRepository } from './own-assignments.repository.js';
import { OwnAssignmentsResolver, ViewerAssignmentsResolver } from './own-assignments.resolver.js';
import { OwnAssignmentsService } from './own-assignments.service.js';

/** Who is to work on what. */
@Module({
  imports: [
    AuditModule,
    AuthModule,
    ClaimsModule,
    ContradictionsModule,
    NotificationsModule,
    PeopleModule,
    RevisionsModule,
  ],
  providers: [
    AssignedObjectsService,
    AssignmentsRepository,
    AssignmentsResolver,
    AssignmentsService,
    ClaimAssignmentResolver,
    ContradictionAssignmentResolver,
    OwnAssignmentsRepository,
    OwnAssignmentsResolver,
    OwnAssignmentsService,
    ViewerAssignmentsResolver,
  ],
})
export class AssignmentsModule {}
