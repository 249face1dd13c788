// The door: the list of components and nothing else.
import { createAll } from "./component";
import { Leave } from "./components/leave/leave";
import { MapDoor } from "./components/map/map";
import { NearMe } from "./components/near/near";

createAll({ leave: Leave, map: MapDoor, near: NearMe });
