// Where the portal's script starts: the list of its components and nothing else.
import { createAll } from "./component";
import { Copy } from "./components/copy/copy";
import { DayOfWeek, Editor, ErrorSummary } from "./components/editor/editor";
import { File } from "./components/file/file";
import { Here } from "./components/here/here";
import { MapButton } from "./components/map/map";
import { Sending } from "./components/sending/sending";
import { Sketch } from "./components/sketch/sketch";
import { Wording } from "./components/wording/wording";

const KINDS = { copy: Copy, day: DayOfWeek, editor: Editor, "error-summary": ErrorSummary, file: File, here: Here, map: MapButton, sending: Sending, sketch: Sketch, wording: Wording };

Sending.start = () => createAll(KINDS);
Sending.start();
