// Several drawings in one component. What each is to draw comes from Streamlit, what the reader did in one of them goes back under its name.
import controls from "./controls.js";
import map from "./map.js";
import sheet from "./sheet.js";

const KINDS = { controls, map, markup, sheet };
const ENDS = new WeakMap();

export default function (component) {
  const { parentElement, setTriggerValue } = component, all = JSON.parse(new TextDecoder().decode(component.data));
  for (const place of parentElement.querySelectorAll("[data-part]")) {
    const { part, kind } = place.dataset, data = all[part];
    place.hidden = !data;
    if (data) ENDS.set(place, KINDS[kind]({ data, parentElement: place, setTriggerValue: (_, value) => setTriggerValue("told", { part, value }) }));
  }
  return () => { for (const place of parentElement.querySelectorAll("[data-part]")) ENDS.get(place)?.(); };
}

// Words with their marks, made by dashboards/markup.py. Nothing of them runs, whatever they are.
function markup({ data, parentElement }) {
  if (parentElement.said === data) return;
  parentElement.said = data;
  const { body } = new DOMParser().parseFromString(data, "text/html");
  for (const element of body.querySelectorAll("*")) {
    if (!KNOWN.has(element.localName)) element.remove();
    for (const { name } of [...element.attributes]) if (!PLAIN.has(name)) element.removeAttribute(name);
  }
  parentElement.replaceChildren(...body.childNodes);
}

const KNOWN = new Set(["b", "code", "div", "h2", "li", "p", "span", "strong", "ul"]), PLAIN = new Set(["aria-hidden", "aria-label", "class", "role", "style", "title"]);
