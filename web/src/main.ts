// The door: the list of components and nothing else.
import { createAll } from "./component";
import { Keep } from "./components/keep/keep";
import { Kept } from "./components/kept/kept";
import { Leave } from "./components/leave/leave";
import { MapDoor } from "./components/map/map";
import { NearMe } from "./components/near/near";

createAll({ keep: Keep, kept: Kept, leave: Leave, map: MapDoor, near: NearMe });
