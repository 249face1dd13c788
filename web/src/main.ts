// The door: the list of components and nothing else.
import { createAll } from "./component";
import { Leave } from "./components/leave/leave";
import { NearMe } from "./components/near/near";

createAll({ leave: Leave, near: NearMe });
