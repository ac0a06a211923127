/**
 * The browser build's service worker: the app starts without a network once it was opened with one, and shows what the
 * catalogue last said. It keeps the files of its own build and the public answers of the catalogue, nothing about a
 * person: whatever carries a login, or is a search, goes past it.
 */
const SHELL = 'yiban.shell.';
const OWN_SHELL = SHELL + BUILD.version;
const CATALOGUE = 'yiban.catalogue.1';
const PAGE = './';
/** What is kept is shown when the network has said nothing for so long; the answer is kept for the next time. */
const PATIENCE_MS = 4000;
const PUBLIC_ANSWER = /^\/api\/v1\/regions(\/[^/]+\/(items(\/[^/]+)?|aid-standards))?$/;

addEventListener('install', (event) => event.waitUntil(fetchShell().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(forgetOldShells().then(() => clients.claim())));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const path = `./${url.pathname.slice(new URL(PAGE, location.href).pathname.length)}`;
  if (request.mode === 'navigate' && (path === PAGE || path === './index.html')) event.respondWith(page(request));
  // Names carry a hash: what is kept under one is what the server has, of this build or of the one still open.
  else if (/^\.\/(js|css)\//.test(path)) event.respondWith(keptFile(request));
  else if (PUBLIC_ANSWER.test(url.pathname) && url.search === '' && !request.headers.has('authorization'))
    event.respondWith(catalogueAnswer(event));
});

/** One file after the other: what has come stays, should the network go in between. */
async function fetchShell() {
  const shell = await caches.open(OWN_SHELL);
  for (const file of BUILD.files) {
    const kept = file === PAGE ? undefined : await caches.match(file);
    const answer = kept ?? (await fetch(file, file === PAGE ? { cache: 'no-cache' } : {}));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    await shell.put(file, answer);
  }
}

/** All but this build's and the one before, of which a page may still be open. */
async function forgetOldShells() {
  const others = (await caches.keys()).filter((name) => name.startsWith(SHELL) && name !== OWN_SHELL);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** @param {Request} request @returns {Promise<Response>} */
async function page(request) {
  const shell = await caches.open(OWN_SHELL);
  return (await shell.match(PAGE)) ?? fetch(request);
}

/** @param {Request} request @returns {Promise<Response>} */
async function keptFile(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function catalogueAnswer(event) {
  const { request } = event;
  const catalogue = await caches.open(CATALOGUE);
  const kept = await catalogue.match(request);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await catalogue.put(request, answer.clone());
    return answer;
  });
  if (kept === undefined) return fresh;
  // The answer is kept though it may come too late to be shown.
  event.waitUntil(fresh.catch(() => undefined));
  /** @type {Promise<Response>} */
  const patience = new Promise((resolve) => {
    setTimeout(() => resolve(kept), PATIENCE_MS);
  });
  return Promise.race([fresh.catch(() => kept), patience]);
}
