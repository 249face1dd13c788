// Where the worker starts: what is done when. It is replaced as soon as there is a new one, and keeps no page, so that it can trap nobody.
import { keep, languagesInUse, remove, saveAll } from "./list";
import { mapFile, places } from "./map";
import { page } from "./pages";
import { isMap, isPage, isPlaces, isPreview } from "./paths";
import { held, OWN, MAP, PREFIX } from "./shell";

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("message", (event) => {
  const { keep: lang, sequence, remove: wanted } = event.data as { keep?: string; sequence?: string; remove?: boolean };
  const done = wanted ? remove() : lang ? keep(lang, sequence ?? "") : Promise.resolve();
  event.waitUntil(
    done.then(
      () => event.ports[0]?.postMessage(true),
      () => event.ports[0]?.postMessage(false),
    ),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || isPreview(searchParams)) return;
  if (request.mode === "navigate") {
    if (isPage(pathname)) event.respondWith(page(request));
  } else if (isPlaces(pathname)) {
    event.respondWith(places(request));
  } else if (isMap(pathname)) {
    event.respondWith(mapFile(request, (work) => event.waitUntil(work)));
  } else if (shell.files.includes(pathname)) {
    event.respondWith(held(pathname).then((kept) => kept ?? fetch(request)));
  }
});

/** All of it or nothing: when a file does not come, the worker before this one stays. */
async function install(): Promise<void> {
  const cache = await caches.open(OWN);
  await cache.addAll(shell.files as string[]);
  for (const language of await languagesInUse()) await saveAll(cache, language);
  await worker.skipWaiting();
}

/** Older workers' caches go; pages that are open are this worker's from now on. */
async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN && name !== MAP);
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.clients.claim();
}
