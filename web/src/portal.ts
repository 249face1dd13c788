// The door of the portal's script: the list of its components and nothing else.
import { createAll } from "./component";
import { Wording } from "./components/wording/wording";

createAll({ wording: Wording });
