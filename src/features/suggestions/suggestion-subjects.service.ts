import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import { StoriesService, SubjectKind } from '../stories/index.js';
import { subjectMeant } from './subject-meant.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** Finds what of a story a text speaks of. */
@Injectable()
export class SuggestionSubjectsService {
  constructor(
    private readonly suggestions: SuggestionsRepository,
    private readonly stories: StoriesService,
  ) {}

  /**
   * The id of the subject that a text means; of a story that has none yet, of an event that is made with its title.
   * @param called as the text calls it; null where it does not
   * @throws UserErrors REQUIRED at `field` where it may be several
   */
  async find(
    tx: Transaction,
    storyId: string,
    called: string | null,
    act: { viewer: ActingViewer; action: string },
    field: readonly string[],
  ): Promise<string> {
    const subjects = await this.suggestions.listSubjects(tx, storyId);
    if (subjects.length > 0) {
      const meant = subjectMeant(subjects, called);
      if (meant) return meant.id;
      const message = 'The story has several subjects, and the text does not say which one it means: choose one.';
      throw userError(UserErrorCode.REQUIRED, message, field);
    }
    // Whoever accepts another suggestion of the story at this moment waits, and finds the subject.
    const title = await this.suggestions.lockStory(tx, storyId);
    const [made] = await this.suggestions.listSubjects(tx, storyId);
    if (made) return made.id;
    const row = { storyId, id: uuidv7(), kind: SubjectKind.EVENT, label: title, aliases: [], sameAs: [] };
    await this.stories.addSubject(tx, row, act);
    return row.id;
  }
}
