import { openService } from '../service/server.ts';
import { readSettings, type settingNames } from '../settings.ts';

/** The settings of an installation by their names in the README, each as a text, as the environment has them. */
export type Variables = { [Name in (typeof settingNames)[number]]?: string | undefined };

export interface Comments {
  /** Answers as the service does, at `PUBLIC_URL` and below; `environment` is what `@hono/node-server` hands on. */
  fetch(request: Request, environment: object): Promise<Response>;
  /** Where the first owner is set up, once and within 24 hours; undefined where there is one. */
  setupLink: string | undefined;
  /** Refuses what is new, ends what goes on beside the requests, and gives the data folder back. */
  close(): Promise<void>;
}

/**
 * The whole service as a part of an application, which serves it. It has `DATA_DIR` for itself until it is closed;
 * rejects with one sentence where it cannot have it, or where a setting is wrong.
 */
export async function createApp(variables: Variables): Promise<Comments> {
  const settings = readSettings({ ...variables });
  if (!settings.PUBLIC_URL)
    throw new Error('PUBLIC_URL must be set: what browsers see, with the path that is ours');
  const serving = { isStopping: false };
  const service = await openService(settings, serving);
  const setupLink = await service.offerSetup();
  void service.goOn();
  return {
    async fetch(request, environment = {}) {
      if (!('incoming' in environment)) throw new Error(noConnection);
      return service.fetch(request, environment);
    },
    setupLink,
    async close() {
      serving.isStopping = true;
      await service.close();
    },
  };
}

/** Else all readers would be one, and share what one may send. */
const noConnection =
  'binh-luan is not told of the connection: serve by @hono/node-server, and hand its environment on as app.mount does';
