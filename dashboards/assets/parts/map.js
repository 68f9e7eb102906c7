// The world map in the browser. Data from Streamlit in, the state that was clicked out. Names are only ever text here.
const SVG = "http://www.w3.org/2000/svg";

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const frame = parentElement.querySelector(".map"), svg = frame.querySelector("svg");
  if (!frame.told) listen(frame, svg);
  frame.told = (iso3) => setTriggerValue("state", iso3);
  frame.states = data.states;
  svg.setAttribute("aria-label", data.about);
  hatch(svg, data.looks);
  for (const shape of svg.querySelectorAll("[data-iso3]")) paint(shape, data);
}

function paint(shape, data) {
  const [name, words, look, faint] = data.states[shape.dataset.iso3], colours = data.looks[look] || [];
  shape.setAttribute("role", "button");
  shape.setAttribute("aria-label", `${name}: ${words}`);
  shape.classList.toggle("faint", Boolean(faint));
  const picked = shape.dataset.iso3 === data.picked;
  if (picked && !shape.classList.contains("picked")) shape.parentElement.append(shape); // above its neighbours' edges
  shape.classList.toggle("picked", picked);
  shape.style.fill = colours.length > 1 ? `url(#${hatched(look)})` : colours[0] || "";
}

function hatched(look) { return "hatch-" + look.replaceAll("+", "-"); }

// A pattern of stripes for each look of several colours.
function hatch(svg, looks) {
  svg.querySelector("defs")?.remove();
  const defs = document.createElementNS(SVG, "defs");
  for (const [look, colours] of Object.entries(looks)) if (colours.length > 1) defs.append(stripes(hatched(look), colours));
  svg.prepend(defs);
}

function stripes(id, colours) {
  const wide = 9, pattern = made("pattern", { id, width: wide * colours.length, height: wide, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(...colours.map((fill, at) => made("rect", { x: at * wide, width: wide, height: wide, fill })));
  return pattern;
}

function made(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function listen(frame, svg) {
  const tip = frame.querySelector(".tip"), state = (event) => event.target.closest("[data-iso3]")?.dataset.iso3;
  svg.addEventListener("click", (event) => { const iso3 = state(event); if (iso3) frame.told(iso3); });
  svg.addEventListener("pointermove", (event) => {
    const iso3 = state(event), box = frame.getBoundingClientRect();
    tip.hidden = !iso3;
    if (!iso3) return;
    const [name, words] = frame.states[iso3], head = document.createElement("b");
    head.textContent = name;
    tip.replaceChildren(head, words);
    const x = event.clientX - box.left + 14, y = event.clientY - box.top + 14;
    tip.style.left = Math.max(0, Math.min(x, box.width - tip.offsetWidth)) + "px";
    tip.style.top = Math.max(0, Math.min(y, box.height - tip.offsetHeight)) + "px";
  });
  svg.addEventListener("pointerleave", () => { tip.hidden = true; });
}
