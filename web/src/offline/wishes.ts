// What somebody needs of a place besides the help itself, as the server's `wishes.rs` has it: places of which somebody said so, apart from them
// those of which nobody said, and none where it was denied.
import type { Saved, Service, Site } from "../api/directory";
import type { Say } from "./card";
import type { PageRequest } from "./request";

type Of = { readonly site: Pick<Site, "step_free">; readonly service: Pick<Service, "id_required" | "for_women" | "pets"> };

const SAID: Readonly<Record<string, (of: Of) => boolean | undefined>> = {
  no_id: ({ service }) => (service.id_required === undefined ? undefined : !service.id_required),
  step_free: ({ site }) => site.step_free,
  for_women: ({ service }) => service.for_women,
  pets: ({ service }) => service.pets,
};

/** The names of all of them in an address. */
export const WISHES = Object.keys(SAID);

/** Whether a place grants all that is asked for; null while nobody said of one of them. */
export function grants(of: Of, wishes: readonly string[]): boolean | null {
  const said = wishes.map((wish) => SAID[wish]!(of));
  return said.includes(false) ? false : said.includes(undefined) ? null : true;
}

/** What can be asked for: what some place of the need grants, what is chosen, and an age where some place is for some ages. */
export function offered(saved: Pick<Saved, "sites">, { need, wishes, age }: Pick<PageRequest, "need" | "wishes" | "age">): ReadonlySet<string> {
  const all = saved.sites.flatMap((site) => site.services.filter((one) => one.need === need && one.offer !== "not_offered").map((service) => ({ site, service })));
  const ages = all.some(({ service }) => service.minimum_age !== null || service.maximum_age !== null);
  const granted = WISHES.filter((wish) => wishes.includes(wish) || all.some((one) => SAID[wish]!(one) === true));
  return new Set([...granted, ...(ages || age !== null ? ["age"] : [])]);
}

/** What is said of a service and its place, in words. */
export function particulars({ id_required, for_women, pets }: Of["service"], say: Say): string {
  const asked = id_required !== undefined && say(id_required ? "wish-id-asked" : "wish-no_id");
  return [asked, for_women && say("wish-for_women"), pets !== undefined && say(pets ? "wish-pets" : "wish-no-pets")].filter(Boolean).join(" · ");
}
