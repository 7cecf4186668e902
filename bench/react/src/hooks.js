import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState } from "react";
import { dataset } from "./data.js";

// What everything is drawn for: language, colours, width.
export const Setting = createContext(null);
export const useSetting = () => useContext(Setting);

async function fetchMaps() {
  const entries = dataset.maps.map(async ({ id, file }) => {
    const response = await fetch(file);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return [id, await response.json()];
  });
  const maps = Object.fromEntries(await Promise.all(entries));
  const features = Object.values(maps).flatMap((map) => map.features);
  return { maps, points: Object.fromEntries(features.map(({ properties: { id, cp } }) => [id, cp])) };
}
// Asked for at once, so that the outlines come while the page is rendered.
let loaded = fetchMaps();
loaded.catch(() => {});
export function useGeometry() {
  const [geometry, setGeometry] = useState({ state: "loading" });
  const load = () => {
    setGeometry({ state: "loading" });
    loaded ??= fetchMaps();
    loaded.then(
      (found) => setGeometry({ state: "ready", ...found }),
      () => {
        loaded = null;
        setGeometry({ state: "failed" });
      },
    );
  };
  useEffect(load, []);
  return [geometry, load];
}

export function useWidth() {
  const ref = useRef(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
