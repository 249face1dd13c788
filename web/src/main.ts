// Where the pages' script starts: the list of components and nothing else.
import { createAll } from "./component";
import { Copy } from "./components/copy/copy";
import { GeoLink } from "./components/copy/geo";
import { Leave } from "./components/leave/leave";
import { MapButton } from "./components/map/map";
import { NearMe } from "./components/near/near";
import { RemoveList } from "./components/saved-list/remove";
import { SaveList } from "./components/saved-list/save";
import { Stale } from "./components/stale/stale";

// Paper has nothing to unfold. Newer browsers do this by style, without a script too.
addEventListener("beforeprint", () => {
  for (const hours of document.querySelectorAll("details.hours")) hours.setAttribute("open", "");
});

createAll({ copy: Copy, geo: GeoLink, leave: Leave, map: MapButton, near: NearMe, "remove-list": RemoveList, "save-list": SaveList, stale: Stale });
