/** What config/offline-start.ts writes in front of the worker. */
declare const BUILD: {
  readonly version: string;
  /** Relative to where the worker lies, the page itself among them. */
  readonly files: readonly string[];
};

// The global scope of a service worker, of which TypeScript's `webworker` knows only the type.
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;
declare function addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
declare function addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
