// A chart wherever it stands: loaded late, with a skeleton until then and words where
// it fails; and the buttons that move it.
import { Component, lazy, Suspense } from "react";
import { word } from "./format.js";
import { useSetting } from "./hooks.js";

// Asked for at once, so that it loads beside the rest.
const chunk = import("./Chart.jsx");
const LazyChart = lazy(() => chunk);

class Guard extends Component {
  state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  render() {
    return this.state.failed ? <p className="failure">{this.props.words}</p> : this.props.children;
  }
}

export function Drawing(props) {
  const { lang } = useSetting();
  return (
    <Guard words={word(lang, "failed")}>
      <Suspense fallback={<div className="skeleton" style={{ height: props.height }} aria-hidden="true" />}>
        <LazyChart {...props} />
      </Suspense>
    </Guard>
  );
}

export function Zoom({ handle }) {
  const { lang } = useSetting();
  const button = (label, text, act) => (
    <button type="button" className="quiet" aria-label={word(lang, label)} onClick={act}>
      {text}
    </button>
  );
  return (
    <div className="buttons">
      {button("zoomIn", "+", () => handle.current?.zoom(1.5))}
      {button("zoomOut", "−", () => handle.current?.zoom(1 / 1.5))}
      {button("reset", "⟲", () => handle.current?.reset())}
    </div>
  );
}
