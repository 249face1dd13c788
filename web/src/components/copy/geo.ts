// A `geo:` address opens the map of a phone that knows such addresses. Elsewhere it would do nothing, so it is shown only there.
import { Component } from "../../component";

export class GeoLink extends Component {
  constructor(root: HTMLElement) {
    super(root);
    root.hidden = !/Android/.test(navigator.userAgent);
  }
}
