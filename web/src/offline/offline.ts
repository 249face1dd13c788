// The door of the page that shows the saved list.
import { createAll } from "../component";
import { Offline } from "./page";

createAll({ offline: Offline });
