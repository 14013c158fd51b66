export { StoriesModule } from './stories.module.js';
export { StoriesRepository } from './stories.repository.js';
export { StoriesService } from './stories.service.js';
export { carrySubject, type SubjectRow } from './subject.shape.js';
export { STORY_SHAPE } from './story.shape.js';
export { StoryLoader } from './story.loader.js';
export { SubjectsRepository } from './subjects.repository.js';
export { StoryType } from './graphql/story.type.js';
export { SubjectKind, SubjectType } from './graphql/subject.type.js';
