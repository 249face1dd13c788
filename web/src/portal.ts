// Where the portal's script starts: the list of its components and nothing else.
import { createAll } from "./component";
import { DayOfWeek, Editor, ErrorSummary } from "./components/editor/editor";
import { Sketch } from "./components/sketch/sketch";
import { Wording } from "./components/wording/wording";

createAll({ day: DayOfWeek, editor: Editor, "error-summary": ErrorSummary, sketch: Sketch, wording: Wording });
