// Where the script of the page that shows the saved list starts.
import { createAll } from "../component";
import { Offline } from "./page";

createAll({ offline: Offline });
