import { Injectable, Logger, ServiceUnavailableException, type OnApplicationShutdown } from '@nestjs/common';
import { z } from 'zod';
import { Database, nameOfKey, type StopListening, type StoryKey } from '../database/index.js';
import { Mailbox } from './mailbox.js';

/** The channel on which triggers tell what a transaction has changed (the migration `changes`, and others after it). */
const CHANNEL = 'gainsay_changes';

/** What changes are told of: tables, and the review queue, which is read from several. */
const TOLD_OF = ['claim', 'contradiction', 'bulk_import', 'notification', 'review_queue'] as const;

const message = z.object({ of: z.enum(TOLD_OF), story: z.string().default(''), ids: z.array(z.string()) });
type Message = z.output<typeof message>;

/**
 * What somebody follows: the rows of a table, or those of one story, or one of them. Of notifications the account that they
 * are for stands in the place of the story. An id of the review queue is the type of the node and its own, with a space between.
 */
export interface Followed {
  readonly of: (typeof TOLD_OF)[number];
  readonly storyId?: string | undefined;
  readonly id?: string | undefined;
}

interface Follower {
  readonly followed: Followed;
  readonly mailbox: Mailbox<StoryKey>;
}

const INTERRUPTED =
  'The connection on which changes are heard was lost, so some may have been missed. Read anew and subscribe again.';

/**
 * Tells which objects have changed, whichever process on this database changed them. Only keys are told: whoever follows
 * reads the objects, by the rules that hold for reading them.
 *
 * It listens from the first follower on. Where the connection is lost, everybody who follows is told so, as nobody knows
 * what was missed, and the next who comes listens anew. docs/adr/0020-subscriptions.md says why so.
 */
@Injectable()
export class Changes implements OnApplicationShutdown {
  readonly #logger = new Logger('Changes');
  readonly #followers = new Set<Follower>();
  #listening: Promise<StopListening> | null = null;

  constructor(private readonly database: Database) {}

  /** How many mailboxes are open. */
  get followers(): number {
    return this.#followers.size;
  }

  /**
   * A mailbox of what changes from now on; whoever asks for it closes it with `return`. Rows of a table without stories
   * have an empty `storyId`.
   * @throws ServiceUnavailableException where nothing can be heard at present; what the mailbox ends with as well
   */
  async follow(followed: Followed): Promise<Mailbox<StoryKey>> {
    await this.#listen();
    const follower: Follower = {
      followed,
      mailbox: new Mailbox(nameOfKey, () => this.#followers.delete(follower)),
    };
    this.#followers.add(follower);
    return follower.mailbox;
  }

  /** After the server has closed, so that subscribers have heard that the service goes, not that there is no more. */
  async onApplicationShutdown(): Promise<void> {
    for (const { mailbox } of this.#followers) await mailbox.return();
    const stop = await this.#listening?.catch(() => null);
    await stop?.();
  }

  async #listen(): Promise<void> {
    this.#listening ??= this.database.listen(CHANNEL, {
      heard: (text) => this.#tell(text),
      lost: (error) => this.#lose(error),
    });
    const listening = this.#listening;
    await listening.catch((error: unknown) => {
      if (this.#listening === listening) this.#listening = null;
      this.#logger.warn({ message: 'Changes cannot be heard', error: String(error) });
      throw new ServiceUnavailableException('Changes cannot be heard at present; try again.', { cause: error });
    });
  }

  #tell(text: string): void {
    const read = readMessage(text);
    if (!read) {
      this.#logger.warn({ message: 'A message that nobody understands', text: text.slice(0, 200) });
      return;
    }
    const { of, story: storyId, ids } = read;
    for (const { followed, mailbox } of this.#followers) {
      if (followed.of !== of || (followed.storyId ?? storyId) !== storyId) continue;
      const wanted = followed.id === undefined ? ids : ids.filter((id) => id === followed.id);
      if (wanted.length > 0) mailbox.put(wanted.map((id) => ({ storyId, id })));
    }
  }

  #lose(error: Error): void {
    this.#logger.warn({ message: 'The connection on which changes are heard was lost', error: error.message });
    this.#listening = null;
    for (const { mailbox } of this.#followers) mailbox.fail(new ServiceUnavailableException(INTERRUPTED));
  }
}

function readMessage(text: string): Message | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
