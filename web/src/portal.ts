// The door of the portal's script: the list of its components and nothing else.
import { createAll } from "./component";

createAll({});
