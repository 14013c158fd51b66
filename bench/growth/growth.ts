import { startServer } from '../servers.js';
import { measureAnswers, type AnswerGrowth } from './answers.js';
import { measureCitations, type CitationGrowth } from './citations.js';
import { Client } from './client.js';
import { openGrowthDatabases } from './database.js';
import { measureImport, type ImportChunk } from './import.js';
import type { GrowthPlan } from './settings.js';
import { measureStories, type StoryGrowth } from './stories.js';

/** What the growth part has found. */
export interface Growth {
  readonly plan: GrowthPlan;
  readonly stories: readonly StoryGrowth[];
  readonly chunks: readonly ImportChunk[];
  readonly citations: CitationGrowth;
  readonly answers: AnswerGrowth;
}

/** Measures how the cost of writing grows, on a server and databases of its own, and stops all that it started. */
export async function measureGrowth(plan: GrowthPlan): Promise<Growth> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async (): Promise<void> => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  const interrupted = (): void => void stopAll().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    say('making and loading the stories');
    const databases = await openGrowthDatabases(plan);
    stops.push(() => databases.remove());
    const server = await startServer('gainsay', databases.url);
    stops.push(() => server.stop());
    const client = new Client(server.url, databases.key, server.pid);
    const small = databases.stories[0];
    const last = databases.stories.at(-1);
    if (!small || !last) throw new Error('There is no story.');
    say('adding claims to stories of several sizes');
    const stories = await measureStories(client, plan, databases.stories);
    say(`a question with ${plan.citations} citations`);
    const citations = await measureCitations(client, plan, small);
    say(`a question with ${plan.answers} answers`);
    const answers = await measureAnswers(client, plan, small);
    say(`importing ${plan.imported} claims`);
    const chunks = await measureImport(client, plan, last, databases);
    return { plan, stories, chunks, citations, answers };
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await stopAll();
  }
}

function say(words: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
}
